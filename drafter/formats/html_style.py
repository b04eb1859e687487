"""The styles of the HTML file: readable on a telephone, on a wide screen and on paper.

A list with its labels as text has the list style ``""``. With ``none``, one browser would not tell a screen
reader that it is a list.
"""

STYLE = """\
:root { color-scheme: light dark; }
body { margin: 0 1rem; font: 1.0625rem/1.55 Georgia, "Liberation Serif", serif; overflow-wrap: break-word; }
main { max-width: 42rem; margin: 2rem auto; }
h1, h2, h3, h4, th { font-family: "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { font-size: 1.3rem; margin-top: 2.2rem; }
h3, h4 { font-size: 1.1rem; margin-top: 1.6rem; }
.subtitle, .cover { margin: 0.3rem 0; }
.lead { font-weight: bold; margin-top: 1.4rem; }
.numbered, .labelled > li { position: relative; padding-left: 2.8rem; }
.number { position: absolute; left: 0; }
.labelled { list-style-type: ""; padding-left: 0; }
li { margin: 0.45rem 0; }
blockquote { margin: 1rem 0 1rem 2.8rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; line-height: 1.4; }
th, td { border: 1px solid; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
th, td { overflow-wrap: anywhere; }
sup { line-height: 0; }
mark { padding: 0 0.15em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@page { size: A4; margin: 2.3cm; }
@page wide { size: A4 landscape; }
@media print {
  body { margin: 0; font-size: 11pt; }
  main { max-width: none; margin: 0; }
  a { color: inherit; text-decoration: none; }
  [role=doc-backlink] { display: none; }
  h1, h2, h3, h4, .lead { break-after: avoid; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  .wide { page: wide; break-before: page; break-after: page; }
  .turn { break-before: page; }
}
"""
