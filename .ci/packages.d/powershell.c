// powershell.exe for the tests' Wine, which has none: it writes how it was called into the file that SAYS names. The packages carry no
// such thing.
#include <windows.h>

void start(void) {
  WCHAR to[MAX_PATH], *called = GetCommandLineW();
  DWORD done, n = GetEnvironmentVariableW(L"SAYS", to, MAX_PATH);
  HANDLE f = INVALID_HANDLE_VALUE;
  if (n > 0 && n < MAX_PATH) f = CreateFileW(to, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
  if (f == INVALID_HANDLE_VALUE || !WriteFile(f, called, lstrlenW(called) * sizeof(WCHAR), &done, NULL)) ExitProcess(1);
  CloseHandle(f);
  ExitProcess(0);
}
