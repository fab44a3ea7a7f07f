; The installer for one user: no administrator is asked for. makensis -DVERSION=… -DAUTHORS=… -DFROM=… -DICON=… -DOUT=…
; /S installs without a question, /D=FOLDER elsewhere. Journals are never touched, neither by it nor by the uninstaller.
Target amd64-unicode
Unicode true
!include MUI2.nsh
!include FileFunc.nsh

!define APP "Handback"
!define TYPES "Software\Classes"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define LINE "Write a line in ${APP}"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"

Name "${APP}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${APP}"
InstallDirRegKey HKCU "${ENTRY}" "InstallLocation"
SetCompressor /SOLID lzma
SetDateSave off
ManifestDPIAware true
ManifestSupportedOS all
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${APP}"
VIAddVersionKey "FileDescription" "${APP} setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "${AUTHORS}"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\handback.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!define SHCNE_ASSOCCHANGED 0x08000000
!macro AssociationsChanged
  System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
!macroend

; A program that runs can't be replaced or removed: Windows holds its file.
!macro RefuseWhileRunning
  ${If} ${FileExists} "$INSTDIR\handback.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\handback.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "${APP} is running. Close it, then start this again." /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section
  !insertmacro RefuseWhileRunning
  SetOutPath "$INSTDIR"
  ClearErrors
  File "${FROM}\handback.exe"
  File "${FROM}\LICENCES.txt"
  File "${FROM}\README.md"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\handback.exe"
  ; Windows gives a key to a shortcut of the Start menu, in the shortcut's properties.
  CreateShortcut "$SMPROGRAMS\${LINE}.lnk" "$INSTDIR\handback.exe" "-capture"

  WriteRegStr HKCU "${TYPES}\Handback.Journal" "" "Handback journal"
  WriteRegStr HKCU "${TYPES}\Handback.Journal\DefaultIcon" "" "$INSTDIR\handback.exe,0"
  WriteRegStr HKCU "${TYPES}\Handback.Journal\shell\open\command" "" '"$INSTDIR\handback.exe" "%1"'
  WriteRegStr HKCU "${TYPES}\.handback" "" "Handback.Journal"
  WriteRegStr HKCU "${TYPES}\.handback\OpenWithProgids" "Handback.Journal" ""
  ; key.age of a protected journal's folder: offered beside what else opens such files, never in its place.
  WriteRegStr HKCU "${TYPES}\Handback.Key" "" "Key of a protected Handback journal"
  WriteRegStr HKCU "${TYPES}\Handback.Key\DefaultIcon" "" "$INSTDIR\handback.exe,0"
  WriteRegStr HKCU "${TYPES}\Handback.Key\shell\open\command" "" '"$INSTDIR\handback.exe" "%1"'
  WriteRegStr HKCU "${TYPES}\.age\OpenWithProgids" "Handback.Key" ""

  ; Who a reminder is from, as Windows says it.
  WriteRegStr HKCU "${TYPES}\AppUserModelId\io.github.handback" "DisplayName" "${APP}"

  WriteRegStr HKCU "${ENTRY}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\handback.exe"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "${AUTHORS}"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" $0
  !insertmacro AssociationsChanged
SectionEnd

Section Uninstall
  !insertmacro RefuseWhileRunning
  Delete "$INSTDIR\handback.exe"
  Delete "$INSTDIR\LICENCES.txt"
  Delete "$INSTDIR\README.md"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${APP}.lnk"
  Delete "$SMPROGRAMS\${LINE}.lnk"
  ; What the program itself asked of Windows: the start at login, unless it is that of a program elsewhere.
  ReadRegStr $0 HKCU "${RUN}" "${APP}"
  ${If} $0 == '"$INSTDIR\handback.exe" -hidden'
    DeleteRegValue HKCU "${RUN}" "${APP}"
  ${EndIf}
  ReadRegStr $0 HKCU "${TYPES}\.handback" ""
  ${If} $0 == "Handback.Journal"
    DeleteRegValue HKCU "${TYPES}\.handback" ""
  ${EndIf}
  DeleteRegValue HKCU "${TYPES}\.handback\OpenWithProgids" "Handback.Journal"
  DeleteRegKey /ifempty HKCU "${TYPES}\.handback\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${TYPES}\.handback"
  DeleteRegValue HKCU "${TYPES}\.age\OpenWithProgids" "Handback.Key"
  DeleteRegKey /ifempty HKCU "${TYPES}\.age\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${TYPES}\.age"
  DeleteRegKey HKCU "${TYPES}\Handback.Journal"
  DeleteRegKey HKCU "${TYPES}\Handback.Key"
  DeleteRegKey HKCU "${TYPES}\AppUserModelId\io.github.handback"
  DeleteRegKey /ifempty HKCU "${TYPES}\AppUserModelId"
  DeleteRegKey HKCU "${ENTRY}"
  !insertmacro AssociationsChanged
SectionEnd
