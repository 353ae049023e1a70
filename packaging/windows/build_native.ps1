<#
.SYNOPSIS
Makes the boxes for Windows on Windows, from the same parts as on Linux, and tries them there.

.DESCRIPTION
Needs Python 3.11 (py -3.11) and MSYS2 with the packages
    mingw-w64-x86_64-gcc  mingw-w64-x86_64-nsis  mingw-w64-x86_64-osslsigncode  mingw-w64-x86_64-librsvg
and, for the MSI, the WiX Toolset 3 (candle, light, heat). What is lacking is said, not skipped.

    powershell -ExecutionPolicy Bypass -File packaging\windows\build_native.ps1 [-Msys C:\msys64] [-Try]

With -Try the setup is installed for this user, tried, and removed again; nothing of yours is touched.
#>
param([string]$Msys = "C:\msys64", [switch]$Try)

$ErrorActionPreference = "Stop"
$root = (Resolve-Path (Join-Path $PSScriptRoot "..\..")).Path
$dist = Join-Path $root "dist"
$work = Join-Path $root "build\packaging\windows"
$env:PATH = (Join-Path $Msys "mingw64\bin") + ";" + $env:PATH

function Stop-With([string]$Sentence) { Write-Host "FAILED: $Sentence"; exit 1 }

function Invoke-Checked([string]$What, [string]$Program, [string[]]$Words) {
    & $Program @Words
    if ($LASTEXITCODE -ne 0) { Stop-With "$What ended with $LASTEXITCODE" }
}

function Get-Fact([string]$Expression) {
    $code = "import sys; sys.path.insert(0, r'$root\packaging'); from common import facts; " +
            "from windows import msi; print($Expression)"
    $told = & py -3.11 -c $code
    if ($LASTEXITCODE -ne 0) { Stop-With "the version could not be read" }
    return "$told".Trim()
}

function Wait-Gone([string]$Path) {
    for ($i = 0; $i -lt 120 -and (Test-Path $Path); $i++) { Start-Sleep -Milliseconds 500 }
    if (Test-Path $Path) { Stop-With "$Path is still there" }
}

# The tree, the setup and the portable copy: the very scripts that run on Linux. The MSI is made
# below, because wixl is for Linux only: exit code 3 tells of that.
& py -3.11 (Join-Path $root "packaging\build.py") windows
if ($LASTEXITCODE -ne 0 -and $LASTEXITCODE -ne 3) { Stop-With "build.py ended with $LASTEXITCODE" }

$version = Get-Fact "facts.version()"
$setup = Join-Path $dist "changedesk-$version-windows-setup.exe"
if (-not (Test-Path $setup)) { Stop-With "the setup was not made; the lines above say why" }

if (Get-Command candle -ErrorAction SilentlyContinue) {
    $stage = Join-Path $work "stage"
    $msi = Join-Path $dist "changedesk-$version-windows.msi"
    Push-Location $work
    Invoke-Checked "heat" "heat" @("dir", $stage, "-nologo", "-ag", "-srd", "-sfrag", "-sreg", "-scom",
        "-dr", "INSTALLDIR", "-cg", "AppFiles", "-var", "var.Stage", "-out", "files.wxs")
    $names = @{
        Native = "yes"; Win64 = "yes"; Stage = $stage; Name = "ChangeDesk"; Version = $version
        Publisher = Get-Fact "facts.PUBLISHER"; Suffix = Get-Fact "facts.SUFFIX"
        MimeType = Get-Fact "facts.MIME_TYPE"; Icon = Join-Path $work "launcher\changedesk.ico"
        ProductCode = Get-Fact "msi.product_code('$version')"; UpgradeCode = Get-Fact "msi.upgrade_code()"
        FileKindGuid = Get-Fact "msi.guid('component file kind')"
        StartMenuGuid = Get-Fact "msi.guid('component start menu')"
    }
    $defined = $names.GetEnumerator() | ForEach-Object { "-d$($_.Key)=$($_.Value)" }
    $script = Join-Path $PSScriptRoot "main.wxs"
    Invoke-Checked "candle" "candle" (@("-nologo", "-arch", "x64") + $defined + @($script, "files.wxs"))
    Invoke-Checked "light" "light" @("-nologo", "-sice:ICE43", "-sice:ICE57", "-out", $msi, "main.wixobj", "files.wixobj")
    Pop-Location
} else {
    Write-Host "NOT MADE: the MSI, because the WiX Toolset 3 (candle) is not on the PATH"
}

if ($Try) {
    $place = Join-Path $env:LOCALAPPDATA "Programs\ChangeDesk"
    if (Test-Path $place) { Stop-With "ChangeDesk is installed for you already: remove it first" }
    Start-Process -Wait $setup -ArgumentList "/S", "/CurrentUser"
    Invoke-Checked "the self-test" (Join-Path $place "changedesk.com") @("--self-test")
    $command = (Get-Item "HKCU:\Software\Classes\ChangeDesk.Workspace\shell\open\command").GetValue("")
    if ($command -notlike "*ChangeDesk.exe*") { Stop-With "workspaces do not open with ChangeDesk" }
    $signed = Get-AuthenticodeSignature (Join-Path $place "program\python311.dll")
    if ($signed.Status -ne "Valid") { Stop-With "the signature of Python is $($signed.Status)" }
    Start-Process -Wait (Join-Path $place "uninstall.exe") -ArgumentList "/S", "/CurrentUser"
    Wait-Gone $place
    Write-Host "the setup works on this machine"
}
Get-FileHash -Algorithm SHA256 (Join-Path $dist "changedesk-$version-windows*") | Format-Table Hash, Path
