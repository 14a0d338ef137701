import Zaken

extension Words {
    /// What a drawing calls something, in the reader's language where the tables have it; the code before it stays.
    func drawn(_ name: String) -> String {
        let plain = Stap.bareName(name)
        return name.dropLast(plain.count) + (text("drawn.\(plain)") ?? described(plain))
    }

    /// A step without a name, which is called by what comes before it.
    private func described(_ plain: String) -> String {
        let parts = plain.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, ["na", "zonder"].contains(parts[1]),
            let word = text("work.drawn_\(parts[0])_\(parts[1])")
        else { return plain }
        return word + (parts[1] == "na" ? " " + drawn(parts[2]) : "")
    }
}
