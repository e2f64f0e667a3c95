-- Opens a draft in Neovim with the server, and prints what a writer would see, one JSON object a line.
-- Arguments by environment: ZICHA_SERVER (JSON list), ZICHA_DRAFT, ZICHA_ROOT, ZICHA_PROBLEM and ZICHA_MARK (words).
local function say(value)
  io.stdout:write(vim.json.encode(value) .. '\n')
end

vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.ZICHA_DRAFT))
local id = vim.lsp.start_client({
  name = 'zicha',
  cmd = vim.json.decode(vim.env.ZICHA_SERVER),
  root_dir = vim.env.ZICHA_ROOT,
})
vim.lsp.buf_attach_client(0, id)
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)

-- the words under a finding, by Neovim's own (byte) columns
for _, found in ipairs(vim.diagnostic.get(0)) do
  local words = vim.api.nvim_buf_get_text(0, found.lnum, found.col, found.end_lnum, found.end_col, {})
  say({code = found.code, words = words[1] or ''})
end

local function place(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local from = line:find(words, 1, true)
    if from then return number, from - 1 end
  end
end

-- from the problem to its measure
local line, column = place(vim.env.ZICHA_PROBLEM)
vim.api.nvim_win_set_cursor(0, {line, column})
vim.lsp.buf.definition()
vim.wait(5000, function() return vim.api.nvim_win_get_cursor(0)[1] ~= line end, 20)
local cursor = vim.api.nvim_win_get_cursor(0)
say({jumped = vim.api.nvim_get_current_line():sub(cursor[2] + 1)})

-- the repair that the editor would offer first
line, column = place(vim.env.ZICHA_MARK)
vim.api.nvim_win_set_cursor(0, {line, column})
local params = vim.lsp.util.make_range_params()
params.context = {diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0, line - 1)}
local answer = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 5000)
for _, action in ipairs(answer[id].result) do
  if action.isPreferred then
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    break
  end
end
say({repaired = vim.api.nvim_buf_get_lines(0, line - 1, line, false)[1]})
vim.wait(5000, function()
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.code == 'repeated-mark' then return false end
  end
  return true
end, 20)
local left = {}
for _, found in ipairs(vim.diagnostic.get(0)) do table.insert(left, found.code) end
say({left = left})
vim.cmd('qa!')
