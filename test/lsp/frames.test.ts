import {spawnSync} from 'node:child_process'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {Frames} from '../../src/lsp/frames.ts'
import {SERVER} from './client.ts'

const frame = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

describe('the messages of an editor', () => {
  it('are followed in whatever pieces they come', () => {
    const messages = fc.array(fc.string({unit: fc.constantFrom('{}', '改', '\r\n\r\n', 'Content-Length: -1')}))
    fc.assert(
      fc.property(messages, fc.array(fc.integer({min: 1, max: 40}), {minLength: 1}), (bodies, sizes) => {
        const bytes = Buffer.from(bodies.map(frame).join(''))
        const frames = new Frames()
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const to = at + (sizes[turn % sizes.length] as number)
          expect(frames.take(bytes.subarray(at, to))).toBeUndefined()
          at = to
        }
        expect(frames.take(Buffer.from('Content-Length: -5\r\n\r\n'))).toBe('Content-Length: -5')
      }),
    )
  })

  it.each(['Content-Length: 99999999999', 'Content-Length: 1e3', 'Content-Length:', 'Content-Type: text', 'GET /'])(
    'have no head such as %s',
    (head) => {
      expect(new Frames().take(Buffer.from(`${head}\r\n\r\n{}`))).toBe(head)
    },
  )

  it('have heads that come to an end', () => {
    expect(new Frames().take(Buffer.alloc(20_000, 'x'))).toBeDefined()
    expect(new Frames().take(Buffer.from('content-type: x\r\nCONTENT-LENGTH:2 \r\n\r\n{}'))).toBeUndefined()
  })

  it('end the server with one line where they break off', () => {
    const [program, ...args] = SERVER
    const input = `${frame('{"jsonrpc":"2.0","method":"$/x"}')}Content-Length: -5\r\n\r\n{}`
    const {status, stderr} = spawnSync(program as string, args, {input, encoding: 'utf8'})
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^zicha lsp：.+（Content-Length: -5）。\n$/)])
  })
})
