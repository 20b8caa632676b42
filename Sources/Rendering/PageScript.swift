import Digest
import Foundation

/// What a page does beyond being read. Without it everything is there but the buttons.
enum PageScript {
    /// Before the page is drawn: the theme that the reader chose last.
    static let theme = """
        try{const t=localStorage.getItem("hanji-theme");if(t==="dark"||t==="light")document.documentElement.dataset.theme=t}catch{}
        """

    /// Buttons for the theme and for copying a cell's code; the section that is being read, marked in the contents.
    static let page = """
        (()=>{
        const root=document.documentElement,words=document.body.dataset;
        const toggle=document.querySelector(".theme");
        toggle.hidden=false;
        toggle.addEventListener("click",()=>{
        const dark=root.dataset.theme?root.dataset.theme==="dark":matchMedia("(prefers-color-scheme:dark)").matches;
        root.dataset.theme=dark?"light":"dark";
        try{localStorage.setItem("hanji-theme",root.dataset.theme)}catch{}
        });
        if(navigator.clipboard)for(const input of document.querySelectorAll(".input")){
        const button=document.createElement("button");
        button.type="button";button.className="copy";button.textContent=words.copy;
        button.addEventListener("click",()=>navigator.clipboard.writeText(input.querySelector("code").textContent).then(()=>{
        button.textContent=words.copied;setTimeout(()=>{button.textContent=words.copy},1500)}).catch(()=>{}));
        input.append(button);
        }
        const links=new Map([...document.querySelectorAll(".side .toc a")].map(a=>[decodeURIComponent(a.hash.slice(1)),a]));
        const heads=[...document.querySelectorAll(".body :is(h1,h2,h3)[id]")].filter(h=>links.has(h.id));
        let waiting=false;
        const mark=()=>{
        waiting=false;
        let now=null;
        for(const h of heads){if(h.getBoundingClientRect().top>innerHeight*.3)break;now=h}
        for(const a of links.values())a.removeAttribute("aria-current");
        if(now)links.get(now.id).setAttribute("aria-current","true");
        };
        addEventListener("scroll",()=>{if(!waiting){waiting=true;requestAnimationFrame(mark)}},{passive:true});
        mark();
        })();
        """

    /// What a page may load and run: pictures beside it, its own styles, and these two scripts by their digests.
    static let contentSecurityPolicy = """
        default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:; \
        script-src \(source(theme)) \(source(page)); base-uri 'none'; form-action 'none'
        """

    /// A page of a book may load the book's own styles, scripts and index as well, from a server or from a disk.
    static let bookPolicy = """
        default-src 'none'; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:; \
        script-src 'self' file: \(source(theme)); base-uri 'none'; form-action 'none'
        """

    private static func source(_ script: String) -> String {
        let digits = Array(Digest.sha256(script))
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        return "'sha256-\(Data(bytes).base64EncodedString())'"
    }
}
