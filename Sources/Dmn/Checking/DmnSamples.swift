import Basics
import Feel

/// Examples of a type: each value that tests mention, and one between each two.
enum DmnSamples {
    static func of(_ constants: [FeelValue], type: String?) -> [FeelValue] {
        let points = constants.flatMap { DmnSamples.points(in: $0) }
        switch kind(points, type) {
        case .boolean: return [true, false]
        case .number: return numbers(points)
        case .date: return dates(points)
        case .daysDuration: return durations(points)
        case .string: return strings(points)
        default: return points.isEmpty ? [.string("")] : unique(points)
        }
    }

    private static func kind(_ points: [FeelValue], _ type: String?) -> FeelKind {
        if let type, let kind = FeelKind(rawValue: type) { return kind }
        return points.first?.kind ?? .string
    }

    private static func points(in value: FeelValue) -> [FeelValue] {
        switch value {
        case .range(let range): [range.start, range.end].filter { !$0.isNull }
        case .list(let values): values.flatMap { points(in: $0) }
        case .null: []
        default: [value]
        }
    }

    private static func unique(_ values: [FeelValue]) -> [FeelValue] {
        var seen: Set<FeelValue> = []
        return values.filter { seen.insert($0).inserted }
    }

    private static func numbers(_ points: [FeelValue]) -> [FeelValue] {
        let cuts = Set(points.compactMap { if case .number(let number) = $0 { number } else { nil } }).sorted()
        guard let first = cuts.first, let last = cuts.last else { return [0] }
        var samples = [first - 1]
        for (index, cut) in cuts.enumerated() {
            samples.append(cut)
            if index + 1 < cuts.count { samples.append((cut + cuts[index + 1]).flatMap { $0 / 2 }) }
        }
        samples.append(last + 1)
        return samples.compactMap { $0 }.map { .number($0) }
    }

    private static func dates(_ points: [FeelValue]) -> [FeelValue] {
        let cuts = Set(points.compactMap { if case .date(let date) = $0 { date.asDay } else { nil } }).sorted()
        guard let first = cuts.first, let last = cuts.last else { return [.date(FeelDate(Day(number: 20_000)))] }
        var samples = [first - 1]
        for (index, cut) in cuts.enumerated() {
            samples.append(cut)
            if index + 1 < cuts.count, cuts[index + 1] - cut > 1 { samples.append(cut + (cuts[index + 1] - cut) / 2) }
        }
        return (samples + [last + 1]).map { .date(FeelDate($0)) }
    }

    private static func durations(_ points: [FeelValue]) -> [FeelValue] {
        let cuts = Set(points.compactMap { if case .daysDuration(let length) = $0 { length.seconds } else { nil } })
            .sorted()
        guard let first = cuts.first, let last = cuts.last else { return [.daysDuration(FeelDaysDuration(seconds: 0))] }
        var samples = [first - 1]
        for (index, cut) in cuts.enumerated() {
            samples.append(cut)
            if index + 1 < cuts.count, cuts[index + 1] - cut > 1 { samples.append(cut + (cuts[index + 1] - cut) / 2) }
        }
        return (samples + [last + 1]).map { .daysDuration(FeelDaysDuration(seconds: $0)) }
    }

    /// The texts that are mentioned, and one that is not.
    private static func strings(_ points: [FeelValue]) -> [FeelValue] {
        let texts = unique(points.filter { $0.kind == .string })
        let other = ["…", "……", "………"].map { FeelValue.string($0) }.first { !texts.contains($0) }
        return texts + (other.map { [$0] } ?? [])
    }
}
