/// The commands of LaTeX and amsmath that stand for one character or one name.
enum TeXSymbols {
    /// Letters.
    static let identifiers: [String: String] = {
        var table = [
            "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
            "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
            "xi": "ξ", "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ",
            "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ",
            "omega": "ω", "ell": "ℓ", "imath": "ı", "jmath": "ȷ", "hbar": "ℏ",
        ]
        table["partial"] = "∂"
        return table
    }()

    /// Letters that stand upright, and signs that behave like letters.
    static let upright: [String: String] = [
        "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
        "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "infty": "∞", "nabla": "∇", "emptyset": "∅", "varnothing": "∅",
        "aleph": "ℵ", "Re": "ℜ", "Im": "ℑ", "top": "⊤", "bot": "⊥", "angle": "∠", "triangle": "△", "dots": "…",
        "ldots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱", "dotsc": "…", "dotsb": "⋯", "%": "%", "$": "$",
        "#": "#", "&": "&", "_": "_", "degree": "°",
    ]

    static let operators: [String: String] = [
        "times": "×", "div": "÷", "cdot": "⋅", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆", "circ": "∘",
        "bullet": "∙", "oplus": "⊕", "ominus": "⊖", "otimes": "⊗", "oslash": "⊘", "odot": "⊙", "cap": "∩",
        "cup": "∪", "setminus": "∖", "wedge": "∧", "land": "∧", "vee": "∨", "lor": "∨", "neg": "¬", "lnot": "¬",
        "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "ll": "≪", "gg": "≫", "equiv": "≡",
        "approx": "≈", "sim": "∼", "simeq": "≃", "cong": "≅", "propto": "∝", "in": "∈", "notin": "∉", "ni": "∋",
        "subset": "⊂", "supset": "⊃", "subseteq": "⊆", "supseteq": "⊇", "subsetneq": "⊊", "mid": "∣", "nmid": "∤",
        "parallel": "∥", "perp": "⊥", "forall": "∀", "exists": "∃", "nexists": "∄", "to": "→", "rightarrow": "→",
        "leftarrow": "←", "gets": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐",
        "Leftrightarrow": "⇔", "implies": "⟹", "impliedby": "⟸", "iff": "⟺", "longrightarrow": "⟶",
        "longleftarrow": "⟵", "mapsto": "↦", "longmapsto": "⟼", "hookrightarrow": "↪", "uparrow": "↑",
        "downarrow": "↓", "updownarrow": "↕", "nearrow": "↗", "searrow": "↘", "rightharpoonup": "⇀",
        "rightleftharpoons": "⇌", "coloneqq": "≔", "triangleq": "≜", "doteq": "≐", "prec": "≺", "succ": "≻",
        "preceq": "⪯", "succeq": "⪰", "models": "⊨", "vdash": "⊢", "therefore": "∴", "because": "∵", "colon": ":",
        "prime": "′", "backslash": "\\", "lesssim": "≲", "gtrsim": "≳", "leqslant": "⩽", "geqslant": "⩾",
        "bigtriangleup": "△", "dagger": "†", "ddagger": "‡", "amalg": "⨿", "asymp": "≍",
    ]

    /// Sums and their kin: large in display style, with their limits below and above.
    static let large: [String: String] = [
        "sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁", "bigotimes": "⨂",
        "bigodot": "⨀", "bigvee": "⋁", "bigwedge": "⋀", "bigsqcup": "⨆",
    ]

    /// Integrals have their limits beside them.
    static let integrals: [String: String] = [
        "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮",
    ]

    /// Names of functions; those of `limitFunctions` take what is below them in display style.
    static let functions: Set<String> = [
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "coth", "log",
        "ln", "lg", "exp", "deg", "dim", "hom", "ker", "arg",
    ]
    static let limitFunctions: [String: String] = [
        "lim": "lim", "max": "max", "min": "min", "sup": "sup", "inf": "inf", "det": "det", "gcd": "gcd", "Pr": "Pr",
        "limsup": "lim sup", "liminf": "lim inf", "argmax": "arg max", "argmin": "arg min",
    ]

    static let opening: [String: String] = [
        "{": "{", "lbrace": "{", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈", "lvert": "|", "lVert": "‖", "lbrack": "[",
    ]
    static let closing: [String: String] = [
        "}": "}", "rbrace": "}", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉", "rvert": "|", "rVert": "‖", "rbrack": "]",
    ]
    /// Brackets that are the same on both sides.
    static let fences: [String: String] = ["|": "‖", "Vert": "‖", "vert": "|"]

    /// In em.
    static let spaces: [String: Double] = [
        ",": 0.1667, ":": 0.2222, ">": 0.2222, ";": 0.2778, "!": -0.1667, " ": 0.25, "quad": 1, "qquad": 2,
        "enspace": 0.5, "thinspace": 0.1667, "medspace": 0.2222, "thickspace": 0.2778, "negthinspace": -0.1667,
    ]

    static let accents: [String: String] = [
        "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "vec": "→", "overrightarrow": "→", "dot": "˙",
        "ddot": "¨", "tilde": "~", "widetilde": "~", "check": "ˇ", "breve": "˘", "acute": "´", "grave": "`",
        "mathring": "˚", "overbrace": "⏞",
    ]
    /// Those that grow with what is below them.
    static let wideAccents: Set<String> = ["widehat", "overline", "overrightarrow", "widetilde", "overbrace"]
    static let lowerAccents: [String: String] = ["underline": "_", "underbrace": "⏟"]

    /// Commands that change nothing about what is shown.
    static let ignored: Set<String> = ["nonumber", "notag", "nolimits", "mathstrut", "allowbreak", "nobreak"]

    /// `\big` and its kin: heights in em.
    static let sizes: [String: Double] = [
        "big": 1.2, "bigl": 1.2, "bigr": 1.2, "bigm": 1.2, "Big": 1.8, "Bigl": 1.8, "Bigr": 1.8, "Bigm": 1.8,
        "bigg": 2.4, "biggl": 2.4, "biggr": 2.4, "biggm": 2.4, "Bigg": 3, "Biggl": 3, "Biggr": 3, "Biggm": 3,
    ]

    /// The environments of matrices with their brackets.
    static let matrices: [String: (open: String, close: String)] = [
        "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"),
        "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖"), "smallmatrix": ("", ""), "array": ("", ""),
    ]
    static let alignedEnvironments: Set<String> = [
        "aligned", "align", "align*", "split", "alignedat", "eqnarray", "eqnarray*",
    ]
    static let gatheredEnvironments: Set<String> = ["gathered", "gather", "gather*", "equation", "equation*"]

    /// Every name, for suggestions.
    static let names: [String] = {
        let structural = [
            "frac", "dfrac", "tfrac", "cfrac", "binom", "sqrt", "left", "right", "middle", "begin", "end", "text",
            "mathrm", "mathbf", "boldsymbol", "mathbb", "mathcal", "mathfrak", "mathsf", "mathtt", "operatorname",
            "overset", "underset", "stackrel", "displaystyle", "textstyle", "limits", "phantom", "boxed", "pmod",
            "bmod", "not",
        ]
        let tables: [[String]] = [
            Array(identifiers.keys), Array(upright.keys), Array(operators.keys), Array(large.keys),
            Array(integrals.keys), Array(functions), Array(limitFunctions.keys), Array(opening.keys),
            Array(closing.keys), Array(accents.keys), Array(lowerAccents.keys), structural,
        ]
        return tables.joined().filter { $0.count > 1 }.sorted()
    }()
}
