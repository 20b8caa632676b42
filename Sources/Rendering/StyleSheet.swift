import Diagnostics

/// The styles of a page, all of them within it.
enum StyleSheet {
    static func text(for language: Language) -> String {
        [
            Palette.styleSheet, typography(language), layout, prose, divisions, formulas, cells, outputs, book, narrow,
            print,
        ].joined(separator: "\n")
    }

    /// Fonts of the reader's system; the measure and the leading that the script wants.
    private static func typography(_ language: Language) -> String {
        let fonts =
            switch language {
            case .korean: "\"Apple SD Gothic Neo\",\"Malgun Gothic\",\"Noto Sans KR\",\"Noto Sans CJK KR\",sans-serif"
            case .japanese: "\"Hiragino Sans\",\"Yu Gothic UI\",Meiryo,\"Noto Sans JP\",\"Noto Sans CJK JP\",sans-serif"
            case .english: "system-ui,\"Segoe UI\",\"Helvetica Neue\",\"Noto Sans\",\"Liberation Sans\",sans-serif"
            }
        let codeFallback =
            switch language {
            case .korean: "D2Coding,\"Noto Sans Mono CJK KR\","
            case .japanese: "\"BIZ UDGothic\",\"Noto Sans Mono CJK JP\","
            case .english: ""
            }
        let (leading, measure) =
            switch language {
            case .korean: ("1.8", "43rem")
            case .japanese: ("1.9", "42rem")
            case .english: ("1.65", "41rem")
            }
        return """
            :root{--text-font:\(fonts);--code-font:ui-monospace,"SF Mono","Cascadia Code",Menlo,Consolas,\
            "DejaVu Sans Mono",\(codeFallback)monospace;--leading:\(leading);--measure:\(measure)}
            [lang]:lang(ko){word-break:keep-all;overflow-wrap:anywhere}
            [lang]:lang(ja){line-break:strict;text-autospace:normal;overflow-wrap:anywhere}
            :is(pre,code,samp){text-autospace:no-autospace}
            [lang]:lang(en){overflow-wrap:break-word}
            :is(h1,h2,h3,h4,h5,h6):lang(ja){word-break:auto-phrase}
            """
    }

    private static let layout = """
        *,*::before,*::after{box-sizing:border-box}
        html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1.5rem}
        @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
        body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--text-font);line-height:var(--leading);text-rendering:optimizeLegibility}
        .skip{position:absolute;left:-999rem;top:0;z-index:2;padding:.5rem 1rem;background:var(--paper);color:var(--accent)}
        .skip:focus{left:0}
        .page{display:grid;grid-template-columns:minmax(13rem,16rem) minmax(0,var(--measure));justify-content:center;column-gap:5.5rem;padding:0 2.5rem}
        .side{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:4.6rem .5rem 3rem 0;font-size:.82rem;line-height:1.55}
        .side h2{margin:0 0 .8rem;font-size:.78rem;font-weight:600;letter-spacing:.06em;color:var(--muted)}
        .toc{margin:0;padding:0;list-style:none}
        .toc a{display:block;padding:.28rem 0 .28rem .9rem;border-left:2px solid var(--line);color:var(--muted);text-decoration:none}
        .toc a:hover{color:var(--strong-ink)}
        .toc a[aria-current]{border-left-color:var(--accent);color:var(--accent);font-weight:600}
        .toc .deeper a{padding-left:1.9rem}
        .fold-toc{display:none}
        .column{min-width:0;padding:4rem 0 5rem}
        .masthead{position:relative;margin:0 0 3rem;padding:0 3.2rem 1.6rem 0;border-bottom:1px solid var(--line)}
        .masthead h1{margin:0;font-size:2.15rem;font-weight:700;line-height:1.35;letter-spacing:-.018em;color:var(--strong-ink);text-wrap:balance}
        .masthead.untitled{min-height:2.4rem;border-bottom:0;margin-bottom:0;padding-bottom:0}
        .facts{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.9rem 0 0;font-size:.82rem;color:var(--muted)}
        .theme{position:absolute;top:.2rem;right:0;width:2.3rem;height:2.3rem;padding:0;border:1px solid var(--line);border-radius:50%;background:none;color:var(--muted);cursor:pointer}
        .theme:hover{color:var(--accent);border-color:var(--strong-line)}
        .theme svg{display:block;margin:auto;width:1.1rem;height:1.1rem}
        :focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
        footer{margin-top:4.5rem;padding-top:1.4rem;border-top:1px solid var(--line);font-size:.8rem;line-height:1.6;color:var(--muted)}
        footer h2{margin:0 0 .6rem;font-size:.8rem;font-weight:600}
        footer dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem 1.4rem;margin:0}
        footer dd{margin:0;min-width:0}
        footer code{padding:0;background:none;font-size:.9em;word-break:break-all}
        """

    private static let prose = """
        p,ul,ol,blockquote,figure,dl,pre,.table-scroll,.epoch-log{margin:0 0 1.15rem}
        p{text-wrap:pretty}
        h2,h3,h4,h5,h6{margin:2.6rem 0 .9rem;line-height:1.45;font-weight:700;letter-spacing:-.01em;color:var(--strong-ink);text-wrap:balance}
        .body>h1{margin:3rem 0 1rem;font-size:2rem;line-height:1.4;color:var(--strong-ink)}
        h2{margin-top:3.6rem;font-size:1.5rem}
        h3{font-size:1.2rem}
        h4,h5,h6{font-size:1.02rem}
        .anchor{margin-left:.45em;color:var(--strong-line);font-weight:400;text-decoration:none;opacity:0}
        .anchor::before{content:"#"}
        :is(h1,h2,h3,h4,h5,h6):hover .anchor,.anchor:focus-visible{opacity:1}
        a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.22em;text-decoration-color:color-mix(in srgb,currentColor 40%,transparent)}
        a:hover{text-decoration-color:currentColor}
        strong{font-weight:700;color:var(--strong-ink)}
        ul,ol{padding-left:1.55rem}
        li{margin:.3rem 0}
        li>p{margin-bottom:.6rem}
        li::marker{color:var(--muted)}
        blockquote{padding:.1rem 0 .1rem 1.3rem;border-left:3px solid var(--strong-line);color:var(--muted)}
        blockquote>:last-child,li>:last-child{margin-bottom:0}
        hr{width:6rem;margin:3rem auto;border:0;border-top:1px solid var(--strong-line)}
        img{max-width:100%;height:auto}
        code,pre,samp{font-family:var(--code-font)}
        code{padding:.12em .26em;border-radius:4px;background:var(--code-paper);font-size:.86em;overflow-wrap:anywhere}
        :is(h1,h2,h3) code{font-size:.9em;font-weight:600}
        a code{color:inherit}
        pre{font-size:.82rem;line-height:1.65;tab-size:4;word-break:normal;overflow-wrap:normal;text-autospace:no-autospace}
        pre code,pre samp{padding:0;background:none;font-size:inherit;overflow-wrap:inherit}
        pre.code{position:relative;overflow-x:auto;padding:1rem 1.2rem;border-radius:8px;background:var(--code-paper)}
        .table-scroll{overflow-x:auto}
        :is(th,td):is(:lang(ko),:lang(ja)){overflow-wrap:break-word}
        table{border-collapse:collapse;font-size:.9rem;line-height:1.6;font-variant-numeric:tabular-nums}
        .body>.table-scroll>table{min-width:min(100%,24rem)}
        th,td{padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
        th+th,th+td,td+td{padding-left:.6rem}
        thead th{border-bottom:1px solid var(--strong-line);font-size:.82rem;font-weight:600;color:var(--muted)}
        th.center,td.center{text-align:center}
        th.right,td.right{text-align:right}
        .note-ref{font-size:.68em;line-height:0;vertical-align:super}
        .note-ref a{padding:.2em .12em;text-decoration:none}
        .notes{margin-top:4.5rem;font-size:.88rem;line-height:1.7}
        .notes h2{margin:0 0 1rem;padding-top:1.6rem;border-top:1px solid var(--line);font-size:1rem}
        .notes ol{padding-left:1.8rem}
        .notes li{margin:.5rem 0}
        .notes p{margin-bottom:.4rem}
        .notes :target,.note-ref a:target{background:var(--warning-paper);border-radius:4px}
        .back{padding:.1em .3em}
        del{text-decoration-color:var(--muted);color:var(--muted)}
        rt{font-size:.55em;color:var(--muted)}
        ul.tasks{padding-left:1.2rem}
        li.task{list-style:none}
        li.task input{width:1em;height:1em;margin:0 .55em 0 -1.2em;vertical-align:-.08em;accent-color:var(--accent)}
        figure.plot img{display:block;margin:0 auto;border-radius:4px}
        figure.plot,figure.table,figure.listing{margin-bottom:1.15rem}
        figure>:last-child{margin-bottom:0}
        .raw-html{color:var(--muted)}
        .inline-value{font-variant-numeric:tabular-nums;unicode-bidi:normal}
        .joined{white-space:nowrap}
        """

    /// What is set apart: a coloured edge, and a title in its colour.
    private static let divisions = """
        .division{margin:1.6rem 0;padding:.9rem 1.2rem;border:1px solid var(--line);border-left:3px solid var(--strong-line);border-radius:0 8px 8px 0}
        .division>:last-child,.division-body>:last-child{margin-bottom:0}
        .division-title{margin:0 0 .5rem;font-size:.92rem;font-weight:600;color:var(--strong-ink)}
        .division-label{margin-right:.35em;font-weight:700;color:var(--division-ink,var(--strong-ink))}
        .division.note,.division.important{border-left-color:var(--accent);--division-ink:var(--accent)}
        .division.tip{border-left-color:var(--hl-type);--division-ink:var(--hl-type)}
        .division.warning,.division.caution{border-left-color:var(--warning-line);background:var(--warning-paper);--division-ink:var(--warning)}
        .division.exercise{border-left-color:var(--hl-function);background:var(--code-paper);--division-ink:var(--hl-function)}
        .division.aside,.division.answer{border-radius:8px;border-left:1px solid var(--line);background:none}
        .division>summary{margin:-.9rem -1.2rem;padding:.75rem 1.2rem;font-size:.92rem;cursor:pointer;color:var(--accent)}
        .division>summary .division-label{color:inherit}
        .division[open]>summary{margin-bottom:.7rem;border-bottom:1px solid var(--line)}
        .division .division{margin:1.1rem 0}
        .division>.division:last-child{margin-bottom:0}
        .division.exercise>.answer{background:var(--paper)}
        .division>:first-child:is(h2,h3,h4){margin-top:.3rem}
        """

    private static let formulas = """
        math{font-family:"STIX Two Math","Latin Modern Math","Cambria Math","Noto Sans Math",math;font-size:1.06em}
        .equation{position:relative;display:grid;grid-template-columns:minmax(0,1fr) max-content;align-items:center;gap:1rem;margin:0 0 1.15rem}
        .equation-scroll{overflow-x:auto;overflow-y:hidden;padding:.35rem 0}
        .equation-number{color:var(--muted);font-size:.9rem}
        math mtable.aligned mtd{padding:.3em 0}
        math mtd.left{text-align:-webkit-left;text-align:left}
        math mtd.right{text-align:-webkit-right;text-align:right}
        math mrow.boxed{border:1px solid currentColor;padding:.25em .4em}
        math mtext{font-family:var(--text-font)}
        p math,li math,td math{white-space:nowrap}
        .formula-source{color:var(--muted)}
        """

    /// What stands around a page of a book.
    private static let book = """
        .book-bar{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem 1.2rem;padding:.7rem 2.5rem;border-bottom:1px solid var(--line);font-size:.85rem}
        .book-bar a{color:var(--muted);text-decoration:none}
        .book-bar a:hover{color:var(--accent)}
        .book-title{font-weight:700;color:var(--strong-ink)!important}
        .book-search{position:relative;flex:1 1 14rem;max-width:24rem;margin-left:auto}
        .book-search input{width:100%;padding:.4rem .8rem;border:1px solid var(--strong-line);border-radius:99px;background:var(--paper);color:var(--ink);font:inherit}
        .book-search output{position:absolute;right:0;top:calc(100% + .4rem);z-index:3;width:min(28rem,90vw);max-height:70vh;overflow-y:auto;border:1px solid var(--strong-line);border-radius:8px;background:var(--paper);box-shadow:0 8px 30px rgb(0 0 0/.18)}
        .book-search output:empty{display:none}
        .book-search ul{margin:0;padding:.3rem 0;list-style:none}
        .book-search li{margin:0}
        .book-search li a{display:block;padding:.45rem .9rem;color:var(--ink)}
        .book-search li a:is(:hover,:focus){background:var(--code-paper)}
        .book-search li strong{display:block}
        .book-search li small{display:block;color:var(--muted);line-height:1.5}
        .book-search li mark{border:0;background:var(--warning-paper)}
        .book-search p{margin:0;padding:.7rem .9rem;color:var(--muted)}
        .languages{display:flex;gap:.7rem;margin:0;padding:0;list-style:none}
        .languages li{margin:0}
        .languages [aria-current]{font-weight:700;color:var(--strong-ink)}
        .chapters{margin:0 0 2rem;padding:0;list-style:none}
        .chapters li{margin:0}
        .chapters a,.chapters span{display:block;padding:.22rem 0;color:var(--muted);text-decoration:none}
        .chapters span{margin-top:.6rem;font-weight:600;color:var(--strong-ink)}
        .chapters a:hover{color:var(--accent)}
        .chapters a[aria-current]{font-weight:700;color:var(--accent)}
        .chapters .deep-1{padding-left:.9rem}
        .chapters .deep-2{padding-left:1.8rem}
        .crumbs{display:flex;flex-wrap:wrap;gap:.2rem .5rem;margin:0 0 1rem;padding:0;list-style:none;font-size:.82rem;color:var(--muted)}
        .crumbs li{margin:0}
        .crumbs li+li::before{content:"›";margin-right:.5rem}
        .crumbs a{color:var(--muted);text-decoration:none}
        .turn{display:grid;grid-template-columns:1fr 1fr;gap:1rem;margin-top:4rem}
        .turn a{padding:.8rem 1.1rem;border:1px solid var(--line);border-radius:8px;text-decoration:none}
        .turn a:hover{border-color:var(--accent)}
        .turn small{display:block;color:var(--muted)}
        .turn .next{grid-column:2;text-align:right}
        """

    private static let cells = """
        .cell{position:relative;margin:1.7rem 0 1.9rem}
        .cell>:last-child{margin-bottom:0}
        .cell-number{position:absolute;right:100%;top:1rem;margin-right:1rem;font:400 .74rem/1.8 var(--code-font);color:var(--muted);text-decoration:none;white-space:nowrap}
        .cell>.cell-number{top:.1rem}
        .cell-number:hover{color:var(--accent)}
        .cell:target .cell-number{color:var(--accent);font-weight:700}
        .input{position:relative}
        .input pre,.listing,.listing pre{margin-bottom:0}
        .noeval pre.code{background:none;border:1px dashed var(--strong-line)}
        .cell-tag{margin:.5rem 0 0}
        .copy{position:absolute;top:.55rem;right:.6rem;padding:.15rem .6rem;border:1px solid var(--line);border-radius:6px;background:var(--paper);color:var(--muted);font:500 .72rem/1.6 var(--text-font);cursor:pointer;opacity:0;transition:opacity .12s}
        .input:hover .copy,.copy:focus-visible{opacity:1}
        @media (hover:none){.copy{display:none}}
        figure{margin:0}
        figcaption{font-size:.84rem;line-height:1.6;color:var(--muted)}
        .caption-number{margin-right:.45em;font-weight:700;color:var(--strong-ink)}
        .listing>figcaption,.table>figcaption{margin-bottom:.55rem}
        .plot{margin:.6rem 0}
        .plot>figcaption{margin-top:.5rem;text-align:center;text-wrap:balance}
        .drawing{display:flex;justify-content:center}
        .drawing>svg{display:block;max-width:var(--figure-width,100%);height:auto;font-feature-settings:"tnum"}
        .fold>summary{width:max-content;max-width:100%;padding:.1rem 0;font-size:.84rem;color:var(--muted);cursor:pointer}
        .fold>summary:hover{color:var(--accent)}
        .fold[open]>summary{margin-bottom:.6rem}
        .hl-keyword{color:var(--hl-keyword)}
        .hl-string{color:var(--hl-string)}
        .hl-number{color:var(--hl-number)}
        .hl-comment{color:var(--hl-comment)}
        .hl-type{color:var(--hl-type)}
        .hl-attribute{color:var(--hl-attribute)}
        .hl-function{color:var(--hl-function)}
        .hl-label{color:var(--hl-label)}
        .hl-operator{color:var(--hl-operator)}
        """

    private static let outputs = """
        .outputs{margin-top:.9rem;padding-left:1.2rem}
        .outputs>*{margin-bottom:.9rem}
        .outputs>:last-child{margin-bottom:0}
        .outputs pre{margin-bottom:0;overflow-x:auto}
        .outputs pre.wraps{white-space:pre-wrap;overflow-wrap:anywhere}
        .outputs pre.long{max-height:19rem;overflow:auto;padding:.7rem .9rem;border:1px solid var(--line);border-radius:8px}
        .outputs>details.fold{margin-top:0}
        .stderr{color:var(--error)}
        .outputs.stale{border-left:2px dashed var(--warning-line);padding-left:calc(1.2rem - 2px)}
        .badges{display:flex;flex-wrap:wrap;gap:.4rem;margin-top:.35rem}
        .badge{display:inline-block;padding:.02rem .55rem;border:1px solid var(--strong-line);border-radius:99px;font:400 .72rem/1.7 var(--code-font);color:var(--muted);white-space:nowrap}
        .badge.words{font-family:var(--text-font)}
        .array{display:flex;flex-direction:column}
        .array .badges{order:1}
        table.data{font-size:.86rem}
        table.data :is(th,td):first-child{padding-left:.6rem}
        table.data tbody th{font-weight:400;color:var(--muted);text-align:right}
        table.data :is(th,.number){white-space:nowrap;overflow-wrap:normal}
        table.data .number{text-align:right;font-variant-numeric:tabular-nums}
        table.data .missing{color:var(--muted)}
        .table-size{margin:.2rem 0 0;font-size:.78rem;color:var(--muted)}
        .epoch-log{padding:.9rem 1.1rem .7rem;border:1px solid var(--line);border-radius:8px}
        .epoch-log .table-scroll{margin:0 0 .4rem}
        .epoch-log table{width:100%;font-size:.84rem}
        .epoch-log th,.epoch-log td{padding-top:.4rem;padding-bottom:.4rem;vertical-align:middle}
        .epoch-log thead th{font-size:.76rem;white-space:nowrap}
        .epoch-log :is(th,td):nth-child(n+3){text-align:right;white-space:nowrap}
        .epoch-log tbody tr:last-child>*{border-bottom:0}
        .epoch-log th code{padding:0;background:none;font-size:.95em;font-weight:400;color:var(--strong-ink);white-space:nowrap}
        .epoch-log td:nth-child(n+3){font-family:var(--code-font);font-size:.78rem}
        .epoch-log small{display:block;font-family:var(--text-font);font-size:.68rem;line-height:1.3;color:var(--muted)}
        .epoch-log .fold pre{max-height:19rem;overflow:auto;white-space:pre}
        .epoch-facts{display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin-bottom:.4rem;font-size:.82rem;color:var(--muted)}
        .spark{display:block;overflow:visible;fill:none;stroke:var(--spark-training);stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
        .spark circle{fill:var(--spark-training);stroke:none}
        .spark.validation{stroke:var(--spark-validation)}
        .spark.validation circle{fill:var(--spark-validation)}
        .notice,.diagnostic,.failure{margin:0 0 1.15rem;padding:.7rem 1rem;border-left:3px solid var(--strong-line);border-radius:0 8px 8px 0;background:var(--code-paper);font-size:.88rem;line-height:1.65}
        .notice>:last-child,.diagnostic>:last-child,.failure>:last-child{margin-bottom:0}
        .notice p{margin-bottom:.4rem}
        .notice pre{margin:.4rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
        .notice.warning,.stale-notice,.diagnostic.warning{border-left-color:var(--warning-line);background:var(--warning-paper)}
        .stale-notice{margin:.8rem 0 0;padding:.4rem .9rem;font-size:.82rem}
        .failure,.diagnostic.error{border-left-color:var(--error-line);background:var(--error-paper)}
        .failure p,.diagnostic p{margin:0 0 .4rem}
        .failure strong,.diagnostic.error strong{color:var(--error)}
        .diagnostic.warning strong{color:var(--warning)}
        .failure.meant{border-left-color:var(--strong-line);background:var(--code-paper)}
        .failure .badge{margin-left:.6rem}
        .failure-message strong{font-family:var(--code-font);font-size:.92em}
        .failure pre,.diagnostic pre{overflow-x:auto;margin:.3rem 0 .4rem;font-size:.8rem}
        .place{color:var(--muted)}
        .advice{color:var(--muted)}
        .input+.diagnostic{margin-top:.9rem}
        mark{padding:.1em .05em;border-bottom:2px solid var(--error-line);background:var(--mark-paper);color:inherit}
        """

    private static let narrow = """
        @media (max-width:68rem){
        .page{grid-template-columns:minmax(0,var(--measure));padding:0 1.6rem}
        .book-bar{padding:.7rem 1.6rem}
        .side{display:none}
        .fold-toc{display:block;margin:0 0 2.2rem;font-size:.88rem}
        .fold-toc summary{padding:.55rem 0;cursor:pointer;color:var(--muted)}
        .fold-toc nav{padding:.2rem 0 .4rem}
        .column{padding-top:2.4rem}
        .cell-number{position:static;display:block;width:max-content;margin:0 0 .15rem}
        }
        @media (max-width:36rem){
        html{font-size:100%}
        .page{padding:0 1.15rem}
        .masthead{margin-bottom:1.6rem;padding-bottom:1.2rem}
        .masthead h1{font-size:1.62rem}
        h2{margin-top:2.8rem;font-size:1.3rem}
        h3{font-size:1.12rem}
        pre.code{margin-left:-1.15rem;margin-right:-1.15rem;padding:.9rem 1.15rem;border-radius:0}
        li pre.code,blockquote pre.code{margin-left:0;margin-right:0;border-radius:8px}
        .noeval pre.code{border-left:0;border-right:0}
        .outputs{padding-left:0}
        .outputs.stale{padding-left:.8rem}
        .epoch-log{padding:.8rem .8rem .6rem}
        .epoch-log .spark{width:3.4rem;height:auto}
        .drawing{margin-left:-.9rem;margin-right:-.9rem}
        .epoch-log :is(th,td){padding-right:.5rem}
        .epoch-log :is(th+th,th+td,td+td){padding-left:.3rem}
        footer dl{grid-template-columns:minmax(0,1fr);gap:0}
        footer dd{margin-bottom:.5rem}
        }
        """

    private static let print = """
        @page{size:A4}
        @media print{
        :root{--paper:#fff;--hanji-fig-paper:#fff}
        html{font-size:10.5pt}
        .page{display:block;padding:0}
        .book-bar,.crumbs,.turn,.side,.fold-toc,.skip,.theme,.copy,.anchor,.back{display:none!important}
        .column{padding:0}
        .masthead{padding-right:0}
        .cell-number{position:static;display:block;margin:0 0 .1rem}
        pre,.outputs pre,.outputs pre.long,.epoch-log .fold pre{white-space:pre-wrap;overflow-wrap:anywhere;max-height:none;overflow:visible}
        pre.code{border:1px solid var(--line)}
        .table-scroll,.equation-scroll{overflow:visible}
        :is(th,td):is(:lang(ko),:lang(ja),:lang(en)){overflow-wrap:anywhere}
        .input,figure.plot,table,.epoch-log,.diagnostic,.failure,.division-title,.equation{break-inside:avoid}
        .outputs,.outputs>*+*,.cell>figcaption{break-before:avoid}
        h2,h3,h4,.cell-number,.division-title,.listing>figcaption,.table>figcaption,.cell>figcaption{break-after:avoid}
        :is(h2,h3,h4)+p{break-before:avoid}
        p,li{orphans:2;widows:2}
        pre{orphans:3;widows:3}
        .drawing>svg{max-width:min(var(--figure-width,100%),12cm)}
        details::details-content{content-visibility:visible;display:block;block-size:auto}
        .cell>.fold>summary,.outputs>.fold>summary,.outputs .fold>summary{display:none}
        .epoch-log .fold{display:none}
        .body a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;color:var(--muted);word-break:break-all}
        }
        """
}
