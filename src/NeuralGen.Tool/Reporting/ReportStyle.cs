namespace NeuralGen.Tool.Reporting;

/// <summary>How a report looks: colours with enough contrast in light and dark, and nothing wider than the page.</summary>
internal static class ReportStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --paper: #ffffff; --ink: #1b1f24; --faint: #57606a; --line: #d0d7de; --panel: #f6f8fa; --accent: #0b5cad; --plus: #0b5cad; --minus: #b3361b; }
        @media (prefers-color-scheme: dark) { :root { --paper: #12161b; --ink: #e6edf3; --faint: #9aa7b4; --line: #37414c; --panel: #1b2129; --accent: #6cb2ff; --plus: #6cb2ff; --minus: #ff9072; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 70rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.7rem; margin: .5rem 0; } h2 { font-size: 1.25rem; margin: 2rem 0 .75rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
        a { color: var(--accent); } a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; background: var(--paper); padding: .5rem; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; margin: 1rem 0; } nav a { display: inline-block; padding: .25rem 0; }
        .scroll { overflow-x: auto; margin: 1rem 0; border: 1px solid var(--line); border-radius: .4rem; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
        caption { text-align: left; color: var(--faint); padding: .5rem .6rem; } th, td { text-align: left; padding: .35rem .6rem; border-top: 1px solid var(--line); vertical-align: top; }
        thead th { background: var(--panel); } tbody th { font-weight: 600; } .number { text-align: right; white-space: nowrap; }
        .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 1rem; }
        figure { margin: 0; padding: .6rem; background: var(--panel); border: 1px solid var(--line); border-radius: .4rem; } figcaption { color: var(--faint); font-size: .875rem; }
        svg { display: block; width: 100%; height: auto; } .wide { overflow-x: auto; } .wide svg { max-height: 36rem; min-width: 32rem; } svg text { fill: var(--ink); font: 11px system-ui, sans-serif; }
        .bars rect, .points circle { fill: var(--accent); } .points circle { opacity: .55; } .axis, .equal { stroke: var(--faint); } .equal { stroke-dasharray: 4 4; }
        .curve { fill: none; stroke: var(--accent); stroke-width: 2; } .c1 { stroke: var(--minus); stroke-dasharray: 6 3; }
        .edges line { stroke: var(--plus); opacity: .6; } .edges .minus { stroke: var(--minus); stroke-dasharray: 5 3; } .nodes circle { fill: var(--panel); stroke: var(--ink); stroke-width: 1.5; }
        .blocks { display: grid; gap: .4rem; padding: 0; list-style: none; } .blocks li { background: var(--panel); border: 1px solid var(--line); border-left: .4rem solid var(--accent); border-radius: .4rem; padding: .4rem .7rem; display: flex; flex-wrap: wrap; gap: .1rem .9rem; }
        .blocks span { color: var(--faint); } .blocks .port { border-left-color: var(--minus); }
        @media print { nav, .skip { display: none; } }
        """;
}
