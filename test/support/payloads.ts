/** Texts that would act as markup or code if they were inserted into a page or a picture without escaping. */
export const payloads: readonly string[] = [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<iframe srcdoc="<p>">', '<a href=javascript:alert(1)>x</a>', '<style>@import url(//e)</style>',
    '<base href=//e>', '<meta http-equiv=refresh content=0>', '<form action=//e>', '<object data=//e>', '<math><mtext><table><mglyph><style>',
    '" onmouseover="alert(1)', '\' x=\'', '`', 'fill:red"/><image href=https://e/x>', '</text></svg><script>', '</title><script>', '</style><script>',
    '<foreignObject>', '<use href=data:image/svg+xml,x>', '<animate onbegin=alert(1)>', '<set attributeName=href>', 'xlink:href="//e"', ']]>', '<!ENTITY x "y">', '<?xml-stylesheet href="//e"?>',
    'a\u0000b', '\u001b[2J', '\u202eevil', '\ud800', '\ufffe', '&amp;', '&#60;script&#62;', '{{x}}', '${x}', 'url(#x)', 'x"}*{fill:red}',
    // For Markdown, terminals, spreadsheets and pipelines.
    '[x](command:workbench.action.terminal.new)', '![x](https://e/?q)', '[x](file:///etc/passwd)', '[x](vscode://e)', '``` \n# x', '\\[x\\](y)', '| a | b |', '\u001b]8;;https://e\u0007x', '\u001b]52;c;x\u0007', '\u0007',
    'a\rb', '=cmd|x', '+1+1', '-1+1', '@SUM(1)', '::error::x', '%0A::error::x', '##vso[task.complete]x', '##[error]x', '##teamcity[buildStop x]', '::add-mask::x', ' ::error::x', '\uffff', '\u2067x', '<!-- x', '\u2028alert(1)', '\u2029alert(1)', '%%{init:{}}%%', '"];x['
];
