/* Starts ChangeDesk with the Python that lies in program\ beside this file, in this very process.
 *
 * Built twice: ChangeDesk.exe opens the window; changedesk.com, which a command prompt finds first,
 * is the same for commands. A message is one sentence: what is wrong and what to do.
 */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define OPTIONS 6

typedef int (*python_main)(int, wchar_t **);

static wchar_t folder[LONGEST];
static wchar_t library[LONGEST + 64];

static int refuse(void)
{
    const wchar_t *sentence = L"A part of ChangeDesk is missing or damaged: install it again.";
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", sentence);
#else
    MessageBoxW(NULL, sentence, L"ChangeDesk", MB_OK | MB_ICONERROR);
#endif
    return 1;
}

/* Loads only what lies where it belongs: never from the current folder. */
static python_main load_python(void)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
    wchar_t *end = length > 0 && length < LONGEST ? wcsrchr(folder, L'\\') : NULL;
    if (end == NULL)
        return NULL;
    *end = L'\0';
    wcscpy(library, folder);
    wcscat(library, L"\\program\\" PYTHON_LIBRARY);
    SetDllDirectoryW(L"");
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    return python == NULL ? NULL : (python_main)(void *)GetProcAddress(python, "Py_Main");
}

int wmain(int count, wchar_t **words)
{
    static wchar_t *options[OPTIONS] = {L"-B", L"-X", L"utf8", L"-m", L"changedesk_start", NULL};
    python_main start = load_python();
    wchar_t **all = calloc((size_t)count + OPTIONS, sizeof *all);
    if (start == NULL || all == NULL)
        return refuse();
    int given = 0;
    all[given++] = words[0];
    for (int i = 0; options[i] != NULL; i++)
        all[given++] = options[i];
    for (int i = 1; i < count; i++)
        all[given++] = words[i];
    return start(given, all);
}
