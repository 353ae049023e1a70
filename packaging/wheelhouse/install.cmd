@echo off
rem Installs ChangeDesk from this folder, without a network: install.cmd [FOLDER]
rem It needs Python 3.11, 3.12 or 3.13 and no administrator rights.
setlocal
set "target=%~1"
if "%target%"=="" set "target=%LOCALAPPDATA%\Programs\ChangeDesk-program"
set "python="
for %%v in (3.13 3.12 3.11) do if not defined python (
    py -%%v -c "" >nul 2>nul && set "python=py -%%v"
)
if not defined python (
    python -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))" >nul 2>nul && set "python=python"
)
if not defined python (
    echo ChangeDesk needs Python 3.11, 3.12 or 3.13, and none was found. 1>&2
    exit /b 2
)
%python% -m venv --clear "%target%" || exit /b 1
"%target%\Scripts\python.exe" -m pip --isolated --disable-pip-version-check install --quiet --no-index --find-links "%~dp0." --require-hashes -r "%~dp0requirements.lock" || exit /b 1
"%target%\Scripts\changedesk.exe" --self-test || exit /b 1
echo Installed. Start it with: "%target%\Scripts\changedesk-window.exe"
echo To remove it, delete the folder "%target%"; workspaces lie elsewhere and stay.
