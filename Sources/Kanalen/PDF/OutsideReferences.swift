/// What an HTML document would fetch from elsewhere: a letter is closed and fetches nothing.
struct OutsideReferences {
    let found: [String]

    init(in html: String) {
        var found: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            let end = rest.firstIndex(of: ">") ?? rest.endIndex
            found += OutsideReferences.references(inTag: rest[..<end])
            rest = rest[end...]
        }
        for style in html.lowercased().split(separator: "<style", omittingEmptySubsequences: false).dropFirst() {
            let css = style.prefix(upTo: style.firstRange(of: "</style")?.lowerBound ?? style.endIndex)
            found += ["url(", "@import"].filter { css.contains($0) }
        }
        self.found = found
    }

    private static let fetchingTags: Set<String> = [
        "script", "img", "image", "iframe", "object", "embed", "link", "base", "source", "video", "audio", "input",
        "use", "feimage",
    ]
    private static let fetchingAttributes = [
        "src=", "srcset=", "data=", "poster=", "background=", "xlink:href=", "url(",
    ]

    private static func references(inTag tag: Substring) -> [String] {
        let lower = tag.lowercased()
        let name = lower.prefix { $0.isLetter || $0.isNumber }
        if fetchingTags.contains(String(name)) { return [String(name)] }
        return fetchingAttributes.filter { lower.contains($0) }
    }
}
