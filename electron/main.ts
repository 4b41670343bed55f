/** The composition root of the program: folders, security, the library, the window and the door between them. */
import { app } from 'electron'
import { chooseFolders } from './dataFolder'
import { runProgram } from './lifecycle'
import { openLog } from './log'
import { registerScheme } from './protocol'
import { freezePrototypes, hardenProgram } from './security'

freezePrototypes()
if (process.env['ANDU_USER_DATA']) app.setPath('userData', process.env['ANDU_USER_DATA'])
const folders = chooseFolders({ argv: process.argv, environment: process.env, userData: app.getPath('userData') })
app.setPath('userData', folders.profile)
hardenProgram(app)
registerScheme()

const log = openLog(folders.logs, () => new Date().toISOString())
process.on('uncaughtException', (reason) => log.failure('uncaught', reason))
process.on('unhandledRejection', (reason) => log.failure('unhandled', reason))

// One program for one data folder: the second hands over to the first, which shows itself.
if (app.requestSingleInstanceLock()) void runProgram({ folders, log })
else app.exit(0)
