import { describe, expect, it } from 'vitest'
import { networkUses } from './bundle'

describe('what is built', () => {
  it('HOUSE-8: the search would notice a network module in a bundle', () => {
    expect(networkUses('var a=require("node:http"),z=require(`tls`),b=require(`fs`);c=new WebSocket(d)')).toEqual(['require("node:http")', 'require(`tls`)', 'new WebSocket'])
    expect(networkUses('import{b}from"node:https";import{c}from"./net"')).toEqual(['from"node:https"'])
    expect(networkUses('var a=require("node:fs");"http://www.w3.org/2000/svg"')).toEqual([])
  })
})
