/// One field of a cron rule that is a set of numbers: `*`, `5`, `1-5`, `MON-FRI`, `*/10`, `5/15`, and lists of these.
struct CronField {
    let range: ClosedRange<Int>
    var names: [String] = []

    static let second = CronField(range: 0...59)
    static let minute = CronField(range: 0...59)
    static let hour = CronField(range: 0...23)
    static let dayOfMonth = CronField(range: 1...31)
    static let month = CronField(
        range: 1...12, names: ["", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"])
    static let year = CronField(range: 1970...2199)
    /// Sunday is 0, and 7 as well.
    static let weekday = CronField(range: 0...7, names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"])

    func values(_ text: Substring) -> Set<Int>? {
        var found: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let values = part.isEmpty ? nil : some(part) else { return nil }
            found.formUnion(values)
        }
        return found.isEmpty ? nil : found
    }

    private func some(_ part: Substring) -> [Int]? {
        let pieces = part.split(separator: "/", omittingEmptySubsequences: false)
        guard pieces.count <= 2, let span = span(pieces[0], isOpen: pieces.count == 2) else { return nil }
        guard pieces.count == 2 else { return span }
        guard let step = Int(pieces[1]), step > 0 else { return nil }
        return span.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element)
    }

    /// A single number before a step runs on to the end.
    private func span(_ text: Substring, isOpen: Bool) -> [Int]? {
        if text == "*" || text == "?" { return Array(range) }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(number)
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else { return nil }
        if ends.count == 1 { return isOpen ? Array(first...range.upperBound) : [first] }
        return first <= last ? Array(first...last) : Array(first...range.upperBound) + Array(range.lowerBound...last)
    }

    func number(_ text: Substring) -> Int? {
        guard let number = names.firstIndex(of: String(text)) ?? Int(text), range.contains(number), !text.isEmpty else {
            return nil
        }
        return number
    }
}
