/// An OpenAI-compatible endpoint, and how one shows to it who asks.
struct Eindpunt {
    let url: String
    let key: Sleutel?

    /// The address of a part, such as `/embeddings`; one that names it already stays as it is.
    func address(of part: String) -> String {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var path = parts[0][...]
        while path.hasSuffix("/") { path = path.dropLast() }
        let whole = path.hasSuffix(part) ? String(path) : path + part
        return parts.count > 1 ? whole + "?" + parts[1] : whole
    }

    /// The header that carries the key; Azure has its own.
    var credentials: (name: String, value: String)? {
        guard let key else { return nil }
        let host = url.split(separator: "/").dropFirst().first ?? ""
        return host.contains(".azure.com") ? ("api-key", key.text) : ("authorization", "Bearer " + key.text)
    }
}
