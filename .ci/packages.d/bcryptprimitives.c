// bcryptprimitives.dll for the tests' Wine, which has none: Go reads its random numbers from it. The packages carry no such thing.
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID to, ULONG n); // RtlGenRandom of advapi32

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T n) {
  while (n > 0) {
    ULONG part = n > 0x10000000 ? 0x10000000 : (ULONG)n;
    if (!SystemFunction036(to, part)) return FALSE;
    to += part;
    n -= part;
  }
  return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE of, DWORD why, LPVOID reserved) {
  (void)of; (void)why; (void)reserved;
  return TRUE;
}
