/// The style sheet of the HTML report.
enum HTMLStyle {
    /// The SHA-256 of `sheet` in Base64, which the page's Content-Security-Policy names: no other style is taken. A test
    /// computes it anew.
    static let digest = "DWdtlXKCYUAvadxhiddiIa4m67EOyvAlATJFfOE2Rh8="

    static let sheet = """
        :root { color-scheme: light dark; --back: #ffffff; --text: #1d2430; --faint: #5a6475; --line: #d5dae2; --panel: #f5f7fa;
        --code: #eef1f5; --link: #0a58ca; --error: #b3261e; --warning: #8a5a00; --note: #2b5fb3; --good: #1d7a3e;
        --client: #2b5fb3; --server: #7a3ea8; --mark: #ffe08a; --marktext: #1d2430; }
        @media (prefers-color-scheme: dark) { :root { --back: #14181f; --text: #e3e7ee; --faint: #9aa5b5; --line: #343c49;
        --panel: #1c222c; --code: #232b37; --link: #8ab8ff; --error: #ff8a80; --warning: #f2bf5a; --note: #8ab8ff;
        --good: #7ad69a; --client: #8ab8ff; --server: #d3a6f5; --mark: #7a5c00; --marktext: #ffffff; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 72rem; padding: 1rem 1.25rem 4rem; background: var(--back); color: var(--text);
        font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
        h3 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
        a { color: var(--link); } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .85rem; }
        pre { margin: .5rem 0; padding: .6rem .8rem; background: var(--code); border-radius: 6px; white-space: pre-wrap; }
        .figures { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; padding: 0; list-style: none; }
        .figures li { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: .4rem .9rem;
        color: var(--faint); }
        .figures b { display: block; font-size: 1.3rem; line-height: 1.3; color: var(--text); }
        .figures .error b { color: var(--error); } .figures .warning b { color: var(--warning); }
        .figures .note b { color: var(--note); } .figures .good b { color: var(--good); }
        nav a { margin-right: 1rem; }
        fieldset { border: 0; margin: 0 0 .5rem; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
        legend { float: left; margin-right: 1rem; padding: 0; color: var(--faint); }
        body:has(#show-error:not(:checked)) .finding.error, body:has(#show-warning:not(:checked)) .finding.warning,
        body:has(#show-note:not(:checked)) .finding.note { display: none; }
        .findings, .messages { list-style: none; margin: 0; padding: 0; }
        .finding { border: 1px solid var(--line); border-left: 4px solid var(--faint); border-radius: 6px; padding: .6rem .9rem;
        margin: .6rem 0; background: var(--panel); }
        .finding.error { border-left-color: var(--error); } .finding.warning { border-left-color: var(--warning); }
        .finding.note { border-left-color: var(--note); } .finding.accepted { border-style: dashed; }
        .finding p { margin: .2rem 0; } .badge { font-weight: 600; }
        .error > p > .badge, .badge.error, .bad { color: var(--error); }
        .warning > p > .badge, .badge.warning { color: var(--warning); }
        .note > p > .badge, .badge.note { color: var(--note); } .ok { color: var(--good); }
        .faint { color: var(--faint); font-size: .875rem; }
        mark { background: var(--mark); color: var(--marktext); border-radius: 2px; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th { text-align: left; color: var(--faint); font-weight: 600; }
        th, td { padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
        th, td.number, td[class^="depth"] { white-space: nowrap; }
        td.number { font-variant-numeric: tabular-nums; }
        .depth1 { padding-left: 1.2rem; } .depth2 { padding-left: 2.4rem; } .depth3 { padding-left: 3.6rem; }
        .message { border: 1px solid var(--line); border-radius: 8px; padding: .6rem .9rem; margin: .8rem 0;
        border-left: 4px solid var(--client); margin-right: 6%; }
        .message.server { border-left-color: var(--server); margin-right: 0; margin-left: 6%; }
        .message.client .who { color: var(--client); } .message.server .who { color: var(--server); }
        .who { font-weight: 600; } .message p { margin: .2rem 0; } summary { cursor: pointer; padding: .2rem 0; }
        .message:target, .finding:target { outline: 3px solid var(--link); }
        .explained { color: var(--faint); }
        @media (max-width: 40rem) { body { padding: .5rem .75rem 3rem; } .message, .message.server { margin-left: 0;
        margin-right: 0; } thead { position: absolute; clip-path: inset(50%); } tr { display: block; padding: .4rem 0;
        border-bottom: 1px solid var(--line); } td { display: block; border: 0; padding: .05rem 0; }
        td[data-label]::before { content: attr(data-label) " "; color: var(--faint); }
        .depth1, .depth2, .depth3 { padding-left: 0; } }
        @media print { details > pre { display: block; } .finding, .message { break-inside: avoid; } }
        """
}
