/** The page's whole appearance: light, dark, and on A4 paper. System fonts with Chinese characters, nothing is loaded. */
export const STYLE = `
:root{--text:#1d2125;--quiet:#5d666f;--line:#d8dde2;--paper:#fff;--page:#f5f6f7;--soft:#f7f8f9;
--error:#b3261e;--error-soft:#fdeceb;--warning:#855600;--warning-soft:#fff3d9;--info:#1f5fa8;--info-soft:#e8f1fb;--good:#2e6f38;--good-soft:#eef7ef}
@media screen and (prefers-color-scheme:dark){:root{--text:#e4e7ea;--quiet:#a2abb4;--line:#3c434a;--paper:#1e2226;--page:#15181b;--soft:#252a2f;
--error:#ff9d94;--error-soft:#4a2320;--warning:#f2c468;--warning-soft:#443511;--info:#8fc1f7;--info-soft:#1d3550;--good:#8fd19a;--good-soft:#1f3a25}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.7 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:64rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.6rem;margin:0 0 .3rem}h2{font-size:1.25rem;margin:0 0 .4rem;overflow-wrap:anywhere}h3{font-size:1rem;margin:1.8rem 0 .6rem}
a{color:inherit}
article{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1.5rem;margin-top:1.5rem}
table{border-collapse:collapse;width:100%;background:var(--paper);margin-top:1.2rem}
th,td{border:1px solid var(--line);padding:.35rem .7rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:var(--soft);white-space:nowrap}td.n,th.n{text-align:right;width:5.5rem}td.zero{color:var(--quiet)}
.quiet{color:var(--quiet);font-size:.87em}
.error{--tone:var(--error);--tint:var(--error-soft)}.warning{--tone:var(--warning);--tint:var(--warning-soft)}.info{--tone:var(--info);--tint:var(--info-soft)}.good{--tone:var(--good);--tint:var(--good-soft)}
.chip{display:inline-block;color:var(--tone);background:var(--tint);border:1px solid;border-radius:4px;padding:0 .45em;font-size:.87em;font-weight:600;white-space:nowrap}
.chips{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center}
.findings{list-style:none;margin:0;padding:0}
.findings>li{display:grid;grid-template-columns:2.2rem 1fr;border-top:1px solid var(--line);padding:.7rem 0}
.findings>li:first-child{border-top:0}
.number{display:inline-block;min-width:1.5em;text-align:center;border-radius:1em;padding:0 .4em;background:var(--tone);color:var(--paper);font:600 .8rem/1.5em sans-serif;text-decoration:none}
.findings .number{justify-self:start;align-self:start;margin-top:.2rem}
blockquote{margin:.3rem 0;padding:.1rem .7rem;border-left:3px solid var(--line);font-family:"Noto Serif CJK SC","Source Han Serif SC",SimSun,"Songti SC",serif;overflow-wrap:anywhere}
mark{color:inherit;background:var(--tint);border-bottom:2px solid var(--tone);padding-bottom:1px}
.draft{margin:0;padding:.6rem 0;border:1px solid var(--line);border-radius:6px;list-style:none;font-family:"Noto Serif CJK SC","Source Han Serif SC",SimSun,"Songti SC",serif;line-height:1.9}
.draft li{display:grid;grid-template-columns:3.2rem 1fr;padding-right:1rem}
.draft li::before{content:attr(data-line);color:var(--quiet);font:.75rem/2.4 sans-serif;text-align:right;padding-right:.9rem;user-select:none}
.draft li>div{white-space:pre-wrap;overflow-wrap:anywhere;min-height:1.9em;min-width:0}
.draft .number{font-size:.66rem;vertical-align:.25em;margin:0 .15em}
:target{outline:2px solid var(--info);outline-offset:3px;border-radius:3px}
svg{display:block;width:100%;height:auto}svg text{font:13px "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;fill:var(--text)}
svg .box{fill:var(--tint,var(--soft));stroke:var(--tone,var(--quiet))}svg .note{fill:var(--tone,var(--quiet));font-size:12px}svg .head{font-weight:600}
svg .link{fill:none;stroke:var(--good);stroke-width:1.6}svg .maybe{fill:none;stroke:var(--warning);stroke-width:1.4;stroke-dasharray:5 4}
footer{margin-top:1.5rem}
@media(max-width:40rem){article{padding:1rem .8rem}.draft li{grid-template-columns:2.2rem 1fr}}
@page{size:A4;margin:2cm 1.8cm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#5d666f}}
@media print{body{background:none;font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}main{max-width:none;padding:0}
article{border:0;border-radius:0;padding:0;margin:0;break-before:page}header+article{break-before:auto;margin-top:1.5rem}
h2,h3{break-after:avoid}.findings>li,tr,svg,.draft li{break-inside:avoid}thead{display:table-header-group}a{text-decoration:none}:target{outline:0}}
`.trim()
