import { describe, expect, it } from 'vitest'
import { errorCodes } from '../../../shared/base/errors'
import { errorMessage, errorTexts, fillPlaces } from '../../../shared/text/errors'

describe('errorTexts', () => {
  it('ERR-1: every code has a message and no message is without a code', () => {
    expect(Object.keys(errorTexts).sort()).toEqual([...errorCodes].sort())
  })

  it.each(errorCodes)('ERR-1: %s says in whole sentences what was found and what to do', (code) => {
    for (const detail of [undefined, { fileName: '总结.txt', limit: 20 }]) {
      const { found, advice } = errorMessage({ code, detail })
      expect(found).toMatch(/。$/)
      expect(advice).toMatch(/。$/)
      expect(`${found}${advice}`).not.toMatch(/[{}|]/)
    }
  })

  it('ERR-2: places take the first detail there is, else their own words', () => {
    expect(fillPlaces('“{fileName,name|该文件}”', { name: 'a.txt' })).toBe('“a.txt”')
    expect(fillPlaces('“{fileName,name|该文件}”', { fileName: 'b.txt', name: 'a.txt' })).toBe('“b.txt”')
    expect(fillPlaces('“{fileName,name|该文件}”', {})).toBe('“该文件”')
  })

  it('ERR-2: an unknown code reads like a fault of our own', () => {
    expect(errorMessage({ code: 'noSuchCode' })).toEqual(errorMessage({ code: 'internal' }))
  })
})
