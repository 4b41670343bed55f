/** Runs in the page before its own script: sets the stand-in where the preload would set the bridge. */
import { makeFakeApi, type FakeApi } from './fakeApi'
import { scenes, type SceneName } from './scenes'

export interface FakeWindow {
  /** Set by the test before this script. */
  readonly anduScene: SceneName
  fake: FakeApi
  api: FakeApi['bridge']
}

const page = globalThis as unknown as FakeWindow
let ticks = 0
const fake = makeFakeApi({ clock: () => Date.now() + (ticks += 1), missingFonts: [{ name: '小标宋', substitute: '华文中宋' }] })
const ready = scenes[page.anduScene](fake)
page.fake = fake
page.api = {
  call: async (channel, request) => {
    await ready
    return fake.bridge.call(channel, request)
  },
  on: fake.bridge.on,
}
