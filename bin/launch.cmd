@echo off
rem launch NAME ...: runs install\NAME.ts; see the file launch beside this one.
setlocal
set "ROOT=%~dp0.."
set "NAME=%~1"
shift
set "PATH=%ROOT%\node_modules\.bin;%PATH%"
node -e "const [a, b] = process.versions.node.split('.'); process.exit(a > 22 || (a == 22 && b >= 18) ? 0 : 1)" 2>nul
if errorlevel 1 (
    echo Node 22.18 or newer is needed. npm install in the folder of the project brings it. 1>&2
    exit /b 1
)
if not exist "%ROOT%\install\node_modules\@salesforce\core" (
    echo Installing Salesforce's libraries, which is needed once ^(70 MB^)... 1>&2
    call npm ci --prefix "%ROOT%\install" --ignore-scripts --no-audit --no-fund --silent 1>&2
    if errorlevel 1 exit /b 1
)
set "GOTALLO_PROGRAM=bin\%NAME%"
set "REST="
:next
if "%~1"=="" goto run
set "REST=%REST% %1"
shift
goto next
:run
node "%ROOT%\install\%NAME%.ts" %REST%
exit /b %errorlevel%
