// The least that an Electron program can be: one window like Andu's with one page, chosen by ANDU_BENCH_PAGE.
const { app, BrowserWindow } = require('electron')
const path = require('node:path')

// Root has no sandbox; everybody else's window is as sandboxed as Andu's.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 820, show: false, webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false } })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(path.join(__dirname, process.env['ANDU_BENCH_PAGE'] ?? 'hello.html'))
})
app.on('window-all-closed', () => app.quit())
