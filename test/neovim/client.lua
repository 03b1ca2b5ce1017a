-- Neovim as a generic language client without knowledge of this project: opens a file, waits for diagnostics, applies a code action,
-- and writes the results as JSON. Arguments: server bundle, node, folder, file, title of the action, result file.
local server, node, folder, file, title, result = unpack(vim.split(vim.env.SUP_ARGUMENTS, '\n'))
local deadline = 20000

vim.filetype.add({ extension = { sup = 'sup' } })
vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. file))
local buffer = vim.api.nvim_get_current_buf()
local client_id = vim.lsp.start_client({
  name = 'sup', cmd = { node, server, '--stdio' }, root_dir = folder,
  workspace_folders = { { uri = vim.uri_from_fname(folder), name = 'test' } },
})
vim.lsp.buf_attach_client(buffer, client_id)

local function diagnostics()
  local found = {}
  for _, d in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, { line = d.lnum, from = d.col, to = d.end_col, code = d.code, message = d.message, severity = d.severity })
  end
  table.sort(found, function(a, b) return a.line < b.line end)
  return found
end

local report = {}
report.arrived = vim.wait(deadline, function() return #diagnostics() > 0 end, 20)
report.before = diagnostics()

local first = vim.diagnostic.get(buffer)[1]
if first then
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    range = { start = { line = first.lnum, character = first.col }, ['end'] = { line = first.end_lnum, character = first.end_col } },
    context = { diagnostics = { first.user_data.lsp and vim.tbl_extend('keep', first.user_data.lsp, {
      message = first.message, source = first.source, severity = first.severity,
      range = { start = { line = first.lnum, character = first.col }, ['end'] = { line = first.end_lnum, character = first.end_col } },
    }) } },
  }
  local answer = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, deadline)
  report.titles = {}
  for _, action in ipairs((answer and answer[client_id] and answer[client_id].result) or {}) do
    table.insert(report.titles, action.title)
    if action.title == title then
      -- Like `vim.lsp.buf.code_action`, which requests the edit of the action that the user selects.
      local resolved = action.edit and action or vim.lsp.buf_request_sync(buffer, 'codeAction/resolve', action, deadline)[client_id].result
      vim.lsp.util.apply_workspace_edit(resolved.edit, 'utf-16')
    end
  end
  report.solved = vim.wait(deadline, function() return #diagnostics() < #report.before end, 20)
end
report.after = diagnostics()
report.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
vim.fn.writefile({ vim.fn.json_encode(report) }, result)
vim.lsp.stop_client(client_id)
vim.cmd('qall!')
