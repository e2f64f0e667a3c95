import {describe, expect, it} from 'vitest'
import {keyOf, pathOf} from '../../src/lsp/workspace.ts'

describe('addresses', () => {
  it.each([
    ['file:///c%3A/%E8%8D%89%E7%A8%BF/a%20(1).md', 'file:///C:/草稿/a%20%281%29.md'],
    ['file:///tmp/a%28b%29.md', 'file:///tmp/a(b).md'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ])('are the same however they are written: %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other))
  })

  it.each([
    ['untitled:Untitled-1', '/home/Untitled-1'],
    ['untitled:/tmp/新 文件.md', '/home/tmp_新_文件.md'],
    ['vscode-vfs://github/a/b.md', '/home/github_a_b.md'],
    ['file://server/share/甲.md', '/home/server_share_甲.md'],
    ['file:///%E0%A4%A', '/home/_E0_A4_A'],
    ['', '/home/draft.txt'],
  ])('of nothing on this disk get a path in the folder: %s', (uri, path) => {
    expect(pathOf(uri, '/home')).toBe(path)
  })
})
