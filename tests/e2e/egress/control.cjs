// A bare Electron that shows the hostile page: what Andu would be without its hardening.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: true })
  await window.loadURL(process.env['ANDU_HOSTILE'] ?? '').catch(() => undefined)
  setTimeout(() => app.exit(0), Number(process.env['ANDU_PATIENCE']))
})
