/** `archive …`: its sub-commands, one row each (SPEC CLI-8). Each is loaded when it is called, with what it alone needs. */
import type { Command } from './world'

export const archiveCommands = {
  verify: {
    shape: { options: { '--code': 'value', '--json': 'flag' }, words: [1, 1] },
    run: async (given, world) => (await import('./archiveVerifyCommand')).runVerify(given, world),
  },
  repair: {
    shape: { options: { '--output': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [1, 1] },
    run: async (given, world) => (await import('./archiveRepairCommand')).runRepair(given, world),
  },
  file: {
    shape: { options: { '--year': 'value', '--all': 'flag', '--fonds': 'value', '--data': 'value', '--json': 'flag' }, words: [0, 0] },
    run: async (given, world) => (await import('./archiveFileCommand')).runFile(given, world),
  },
  seal: {
    shape: { options: { '--year': 'value', '--data': 'value', '--output': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [0, 0] },
    run: async (given, world) => (await import('./archiveSealCommand')).runSeal(given, world),
  },
  log: {
    shape: { options: { '--data': 'value', '--output': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [0, 0] },
    run: async (given, world) => (await import('./archiveLogCommand')).runLog(given, world),
  },
  check: {
    shape: { options: { '--data': 'value', '--year': 'value', '--stage': 'value', '--output': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [0, 0] },
    run: async (given, world) => (await import('./archiveCheckCommand')).runArchiveCheck(given, world),
  },
  catalogue: {
    shape: { options: { '--year': 'value', '--data': 'value', '--output': 'value', '--form': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [0, 0] },
    run: async (given, world) => (await import('./archiveCatalogueCommand')).runCatalogue(given, world),
  },
  backup: {
    shape: { options: { '--data': 'value', '--output': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [0, 0] },
    run: async (given, world) => (await import('./backupCommand')).runBackup(given, world),
  },
  restore: {
    shape: { options: { '--data': 'value', '--from': 'value', '--snapshot': 'value', '--report': 'value', '--json': 'flag' }, words: [0, 0] },
    run: async (given, world) => (await import('./backupCommand')).runRestore(given, world),
  },
  drill: {
    shape: { options: { '--from': 'value', '--snapshot': 'value', '--json': 'flag' }, words: [0, 0] },
    run: async (given, world) => (await import('./backupCommand')).runDrillCommand(given, world),
  },
  pack: {
    shape: { options: { '--data': 'value', '--year': 'value', '--report': 'value', '--output': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [0, 1000] },
    run: async (given, world) => (await import('./packageCommand')).runPack(given, world),
  },
  unpack: {
    shape: { options: { '--data': 'value', '--json': 'flag' }, words: [1, 1] },
    run: async (given, world) => (await import('./packageCommand')).runUnpack(given, world),
  },
} as const satisfies Record<string, Command>
