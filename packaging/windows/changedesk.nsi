; The setup for Windows, for one user (no administrator needed) or for all.
;
;   changedesk-setup.exe /S [/CurrentUser | /AllUsers] [/D=C:\Some folder]
;   uninstall.exe        /S [/CurrentUser | /AllUsers]
;
; Exit codes: 0 done, 1 cancelled, 2 nothing was changed (Windows too old, not enough rights, or
; ChangeDesk is running). /D must come last and takes no quotes. nsis.py defines the names.

Unicode true
Target amd64-unicode
ManifestDPIAware true
SetCompressor /SOLID lzma
SetCompressorDictSize 32
SetDateSave on
CRCCheck force
BrandingText "${NAME} ${VERSION}"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_USE_PROGRAMFILES64
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallMode"
!define CLASSES "Software\Classes"
!define FILE_CLASS "${NAME}.Workspace"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\${NAME}.exe"

!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh

Name "${NAME}"
OutFile "${OUTPUT}"
VIProductVersion "${QUAD}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "MIT licence"
!ifdef SIGN
  !finalize '"${SIGN}" "%1"'
  !uninstfinalize '"${SIGN}" "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString OldWindows ${LANG_ENGLISH} "${NAME} needs Windows 10 version 1809 or later."
LangString OldWindows ${LANG_GERMAN} "${NAME} braucht Windows 10 Version 1809 oder neuer."
LangString NoRights ${LANG_ENGLISH} "Installing for all users needs an administrator: start the setup as one, or install for yourself."
LangString NoRights ${LANG_GERMAN} "Für alle Benutzer installiert nur ein Administrator: Starten Sie das Setup als solcher, oder installieren Sie für sich."
LangString Running ${LANG_ENGLISH} "${NAME} is running: close it and start again."
LangString Running ${LANG_GERMAN} "${NAME} läuft noch: Schließen Sie es und starten Sie erneut."
LangString FileKind ${LANG_ENGLISH} "${NAME} workspace"
LangString FileKind ${LANG_GERMAN} "${NAME}-Arbeitsbereich"

!macro REFUSE TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

; A library that is in use cannot be opened for writing.
!macro REFUSE_IF_RUNNING
  ${If} ${FileExists} "$INSTDIR\program\${PYTHON_LIBRARY}"
    ClearErrors
    FileOpen $0 "$INSTDIR\program\${PYTHON_LIBRARY}" a
    ${If} ${Errors}
      !insertmacro REFUSE "$(Running)"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; All that any version of the program put there; what else the folder holds is the user's.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\program"
  RMDir /r "$INSTDIR\papers"
  Delete "$INSTDIR\${NAME}.exe"
  Delete "$INSTDIR\${PROGRAM}.com"
!macroend

Function .onInit
  ${IfNot} ${AtLeastBuild} 17763
    !insertmacro REFUSE "$(OldWindows)"
  ${EndIf}
  StrCpy $R1 $INSTDIR ; what /D said: it is lost otherwise
  !insertmacro MULTIUSER_INIT
  ${If} $R1 != ""
    StrCpy $INSTDIR $R1
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $R2
  ${IfNot} ${Errors}
  ${AndIf} $MultiUser.InstallMode != "AllUsers"
    !insertmacro REFUSE "$(NoRights)"
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

Section
  !insertmacro REFUSE_IF_RUNNING
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${STAGE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${NAME}.exe" "" "$INSTDIR\${NAME}.exe" 0

  WriteRegStr SHCTX "${CLASSES}\${SUFFIX}" "" "${FILE_CLASS}"
  WriteRegStr SHCTX "${CLASSES}\${SUFFIX}" "Content Type" "${MIME_TYPE}"
  WriteRegStr SHCTX "${CLASSES}\${SUFFIX}\OpenWithProgids" "${FILE_CLASS}" ""
  WriteRegStr SHCTX "${CLASSES}\${FILE_CLASS}" "" "$(FileKind)"
  WriteRegStr SHCTX "${CLASSES}\${FILE_CLASS}\DefaultIcon" "" '"$INSTDIR\${NAME}.exe",1'
  WriteRegStr SHCTX "${CLASSES}\${FILE_CLASS}\shell\open\command" "" '"$INSTDIR\${NAME}.exe" "%1"'
  WriteRegStr SHCTX "${APP_PATH}" "" "$INSTDIR\${NAME}.exe"

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" '"$INSTDIR\${NAME}.exe",0'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallMode" "$MultiUser.InstallMode"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S /$MultiUser.InstallMode'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section Uninstall
  !insertmacro REFUSE_IF_RUNNING
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  ReadRegStr $0 SHCTX "${CLASSES}\${SUFFIX}" ""
  ${If} $0 == "${FILE_CLASS}"
    DeleteRegKey SHCTX "${CLASSES}\${SUFFIX}"
  ${EndIf}
  DeleteRegKey SHCTX "${CLASSES}\${FILE_CLASS}"
  DeleteRegKey SHCTX "${APP_PATH}"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  ${RefreshShellIcons}
SectionEnd
