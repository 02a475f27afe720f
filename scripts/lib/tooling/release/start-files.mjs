/** The name a release's start files carry. */
export const startNames = { windows: '打开协商-Windows.cmd', linux: '打开协商-Linux.sh', desktop: '打开协商-Linux.desktop', readMe: '请先读我.txt' }

/** ASCII alone: cmd reads a script in the code page of its machine. */
const windows = String.raw`@echo off
title Xieshang
set "HERE=%~dp0"
if not exist "%HERE%program\runtime\win32-x64\node.exe" (
  echo Unpack the whole zip first, then open this file in the unpacked folder.
  pause
  exit /b 1
)
"%HERE%program\runtime\win32-x64\node.exe" --max-semi-space-size=64 "%HERE%program\scripts\lib\desk\desk.js" --reports "%HERE%reports" %*
if errorlevel 1 pause
`

const linux = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
case $(uname -m) in
  x86_64) platform=linux-x64 ;;
  aarch64) platform=linux-arm64 ;;
  *) platform=linux-$(uname -m) ;;
esac
node=$here/program/runtime/$platform/node
if [ ! -x "$node" ]; then
  echo "本发布包不含 $platform 的运行程序，或没有完整解压。 / This release has no runtime for $platform, or was not unpacked whole." >&2
  exit 1
fi
exec "$node" --max-semi-space-size=64 "$here/program/scripts/lib/desk/desk.js" --reports "$here/reports" "$@"
`

const desktop = `[Desktop Entry]
Type=Application
Name=协商
Name[en]=Xieshang
Exec=sh -c 'exec "$(dirname "$1")/${startNames.linux}"' sh %k
Terminal=true
`

/** @param {string} version @param {readonly string[]} platforms */
const readMe = (version, platforms) => `协商 ${version}

一、打开
  先把整个压缩包解压到一个文件夹（不要在压缩包里直接双击）。
  Windows 10 及以上：双击“${startNames.windows}”。系统提示“已保护你的电脑”时，点“更多信息”再点“仍要运行”。
  Linux：双击“${startNames.desktop}”（首次可能要在右键菜单里“允许启动”），或在终端运行“${startNames.linux}”。
  弹出的黑色窗口是程序本身，关掉它程序就停。浏览器里打开的是“更新数据”页；点“打开看板”就是看板。
  不用安装，不用联网，只有这台电脑能打开。附带的是示例街道：企业、案件均为程序生成。

二、更新数据
  在“更新数据”页选台账文件夹（.xlsx、.csv），点“核对并更新”。先看核对报告，再用数字。
  空白台账在“空白台账”文件夹。核对报告在 reports 文件夹，其中有企业名称，请勿外传。
  企业编号的密钥在用户配置文件夹（.config/xieshang/id.key），换电脑时一并带走，否则编号会全部改变。

三、放到网页服务器
  program/dist 是普通的静态网页文件夹，整个复制过去即可；nginx 的设置在 program/deploy，Apache、IIS 的已在其中。

四、没有试过的
  发布前在制作它的电脑上自动试过一遍（解压、打开、更新、看板）。其他系统上的启动文件没有在真机上试过。
  本包内的运行程序：${platforms.join('、')}。


Xieshang ${version}

1. Open
  Unpack the whole archive into a folder first.
  Windows 10 and later: double-click "${startNames.windows}". If Windows says it protected your PC, choose "More info", "Run anyway".
  Linux: double-click "${startNames.desktop}" (it may have to be allowed to launch first), or run "${startNames.linux}" in a terminal.
  The black window is the program itself; closing it ends it. The browser shows "Update the data"; "Open the dashboard" leads on.
  Nothing is installed, no network is used, no other computer can open it. It comes with a sample street: no enterprise or case in it exists.

2. Update the data
  Choose a folder of ledgers (.xlsx, .csv) and "Check and update". Read the check report before using the numbers.
  Empty ledgers are in the folder 空白台账. Reports are kept in the folder reports and hold names: do not pass them on.
  The key for enterprise ids is in the user's configuration folder (.config/xieshang/id.key). Take it along to another computer, or all ids change.

3. On a web server
  program/dist is a plain static folder: copy it whole. Settings for nginx are in program/deploy, those for Apache and IIS are in it.

4. What was not tried
  Before it was released it was tried on the computer that made it (unpacked, opened, updated, looked at). The start files for
  other systems were not tried on such a machine. Runtimes in this archive: ${platforms.join(', ')}.
`

const crlf = (/** @type {string} */ text) => text.replace(/\n/g, '\r\n')

/**
 * Files to lie at a release's top, by name; those that a system runs by themselves are marked.
 * @param {{ version: string, platforms: readonly string[] }} of
 * @returns {{ name: string, text: string, runs: boolean }[]}
 */
export function startFiles({ version, platforms }) {
  const has = (/** @type {string} */ system) => platforms.some((id) => id.startsWith(system))
  return [
    ...(has('win32') ? [{ name: startNames.windows, text: crlf(windows), runs: false }] : []),
    ...(has('linux') ? [{ name: startNames.linux, text: linux, runs: true }, { name: startNames.desktop, text: desktop, runs: true }] : []),
    // With a byte order mark: old editors on Windows take a text without one for another encoding.
    { name: startNames.readMe, text: `\uFEFF${crlf(readMe(version, platforms))}`, runs: false }
  ]
}
