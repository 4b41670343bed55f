/** The two scripts in a bag that check it with nothing but what Windows and Linux ship (SPEC BAG-7). Their messages are ASCII: no code page matters. */

/** For Linux and other systems with `sha256sum` or `shasum`. */
export const verifyScriptUnix = `#!/bin/sh
# Checks every file of this folder against its SHA-256 manifests. Usage: sh check.sh
# Needs only sha256sum (Linux) or shasum (macOS). Writes nothing. Ends with 0 if all is right, 1 if not, 2 if it could not check.
cd "$(dirname "$0")" || exit 2
if command -v sha256sum >/dev/null 2>&1; then sum='sha256sum'
elif command -v shasum >/dev/null 2>&1; then sum='shasum -a 256'
else echo 'Neither sha256sum nor shasum was found. See README.'; exit 2
fi
bad=0
for manifest in tagmanifest-sha256.txt manifest-sha256.txt; do
  if [ ! -f "$manifest" ]; then echo "MISSING: $manifest"; bad=1; continue; fi
  found=$(LC_ALL=C $sum -c "$manifest" 2>&1) || bad=1
  printf '%s\\n' "$found" | grep -v ': OK$'
done
listed=$(grep -c . manifest-sha256.txt)
there=$(find data ! -type d | grep -c .)
if [ "$listed" -ne "$there" ]; then echo "The manifest lists $listed files, data/ has $there."; bad=1; fi
if [ -f seal.json ]; then echo "Seal (compare with the printed sheet): $($sum seal.json | cut -c1-64)"; fi
if [ "$bad" -eq 0 ]; then echo "ALL RIGHT: $there files checked."; else echo 'NOT RIGHT: see the lines above and README.'; fi
exit "$bad"
`

/** For Windows 7 and newer: `certutil`. The one name that is not ASCII is found by its beginning. Not called verify: that is a command of cmd. */
export const verifyScriptWindows = `@echo off
rem Checks every file of this folder against its SHA-256 manifests. Double-click, or run it in a console.
rem Needs only certutil, which is part of Windows. Writes nothing. Ends with 0 if all is right, 1 if not.
setlocal EnableExtensions EnableDelayedExpansion
pushd "%~dp0"
set /a bad=0
set /a listed=0
set /a there=0
echo Checking. This takes about a minute for a thousand files.
call :manifest tagmanifest-sha256.txt
set /a listed=0
call :manifest manifest-sha256.txt
for /f "delims=" %%f in ('dir /s /b /a:-d data 2^>nul') do set /a there+=1
if not !listed!==!there! (
  echo The manifest lists !listed! files, data has !there!.
  set /a bad+=1
)
if exist seal.json (
  call :hash seal.json
  echo Seal, compare with the printed sheet: !digest!
)
if !bad!==0 (echo ALL RIGHT: !there! files checked.) else (echo NOT RIGHT: !bad! problems, see above and README.)
if "%~1"=="" pause
popd
if !bad!==0 (exit /b 0) else (exit /b 1)

:manifest
if not exist "%~1" (
  echo MISSING: %~1
  set /a bad+=1
  exit /b
)
for /f "usebackq tokens=1,*" %%a in ("%~1") do call :check %%a "%%b"
exit /b

:check
set /a listed+=1
set "name=%~2"
if "%name:~0,7%"=="README-" for %%f in (README-*.txt) do set "name=%%f"
set "name=%name:/=\\%"
if not exist "!name!" (
  echo MISSING: !name!
  set /a bad+=1
  exit /b
)
call :hash "!name!"
if /i not "!digest!"=="%~1" (
  echo CHANGED: !name!
  set /a bad+=1
)
exit /b

:hash
set "digest="
if %~z1==0 (
  set "digest=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  exit /b
)
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%~1" SHA256 2^>nul') do if not defined digest set "digest=%%h"
if defined digest set "digest=%digest: =%"
exit /b
`.replace(/\n/g, '\r\n')
