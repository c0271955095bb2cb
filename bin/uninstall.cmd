@echo off
call "%~dp0launch.cmd" uninstall %*
