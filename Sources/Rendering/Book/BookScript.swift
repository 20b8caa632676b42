/// The search of a book. A text is found by what is in it, not by its words: Korean and Japanese put particles behind
/// nouns without a space, so that `신경망` must be found in `신경망을`. Where nothing has all of a query, the sections that
/// share most of its pairs of letters are shown.
enum BookScript {
    static let search = """
        (()=>{
        const box=document.querySelector(".book-search");
        if(!box)return;
        box.hidden=false;
        const input=box.querySelector("input"),output=box.querySelector("output");
        const fold=s=>s.normalize("NFKC").toLowerCase();
        const root=new URL(box.dataset.index,location.href);
        let index=null,waiting=null;
        const load=()=>waiting??=new Promise((done,fail)=>{
        window.hanjiSearch=content=>{
        for(const s of content.sections){s.key=fold(content.pages[s.page].title+" "+s.heading+" "+s.text);s.head=fold(content.pages[s.page].title+" "+s.heading);s.tight=s.key.replace(/\\s+/g,"")}
        index=content;done()};
        const script=document.createElement("script");
        script.src=root;script.onerror=fail;document.head.append(script);
        });
        const pairs=s=>{const l=[...s.replace(/\\s+/g,"")];const out=new Set();for(let i=0;i+1<l.length;i++)out.add(l[i]+l[i+1]);return out};
        const find=query=>{
        const terms=fold(query).split(/\\s+/).filter(Boolean);
        if(!terms.length)return[];
        let hits=[];
        for(const s of index.sections){
        let score=0;
        for(const t of terms){
        const at=s.key.indexOf(t);
        if(at<0){score=0;break}
        score+=1+(s.head.includes(t)?4:0)+Math.min(3,s.key.split(t).length-1)*.3;
        }
        if(score)hits.push([score,s]);
        }
        if(!hits.length){
        const wanted=pairs(terms.join(""));
        if(wanted.size)for(const s of index.sections){
        let n=0;
        for(const p of wanted)if(s.tight.includes(p))n++;
        if(n/wanted.size>=.6)hits.push([n/wanted.size,s]);
        }
        }
        return hits.sort((a,b)=>b[0]-a[0]).slice(0,20).map(h=>h[1]);
        };
        const marked=(text,terms)=>{
        const piece=document.createElement("small"),low=fold(text);
        let at=-1,term="";
        for(const t of terms){at=low.indexOf(t);if(at>=0){term=t;break}}
        if(at<0||low.length!==text.length){piece.textContent=text.slice(0,90);return piece}
        const from=Math.max(0,at-30);
        const mark=document.createElement("mark");
        mark.textContent=text.slice(at,at+term.length);
        piece.append((from?"…":"")+text.slice(from,at),mark,text.slice(at+term.length,at+term.length+60));
        return piece;
        };
        const show=()=>{
        output.replaceChildren();
        const query=input.value.trim();
        if(!query||!index)return;
        const found=find(query),terms=fold(query).split(/\\s+/).filter(Boolean);
        if(!found.length){const p=document.createElement("p");p.textContent=box.dataset.none;output.append(p);return}
        const list=document.createElement("ul");
        for(const s of found){
        const page=index.pages[s.page],item=document.createElement("li"),link=document.createElement("a"),head=document.createElement("strong");
        link.href=new URL("../"+page.path+(s.anchor?"#"+s.anchor:""),root);
        head.textContent=s.heading?page.title+" › "+s.heading:page.title;
        link.append(head,marked(s.text,terms));item.append(link);list.append(item);
        }
        output.append(list);
        };
        input.addEventListener("focus",()=>load().catch(()=>{}),{once:true});
        input.addEventListener("input",()=>load().then(show).catch(()=>{}));
        box.addEventListener("keydown",e=>{
        const links=[...output.querySelectorAll("a")],at=links.indexOf(document.activeElement);
        if(e.key==="Escape"){input.value="";output.replaceChildren();input.focus()}
        else if(e.key==="ArrowDown"&&links.length){e.preventDefault();links[Math.min(at+1,links.length-1)].focus()}
        else if(e.key==="ArrowUp"&&at>=0){e.preventDefault();(at?links[at-1]:input).focus()}
        });
        document.addEventListener("click",e=>{if(!box.contains(e.target))output.replaceChildren()});
        document.addEventListener("keydown",e=>{
        if(e.key==="/"&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&!/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)){e.preventDefault();input.focus()}
        });
        })();
        """
}
