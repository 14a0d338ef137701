import Basics
import Feel

/// A value that stands for all that lie in the same piece; a usual one may be shown as an example.
struct DmnSample: Hashable {
    let value: FeelValue
    let isUsual: Bool

    init(_ value: FeelValue, isUsual: Bool = true) { (self.value, self.isUsual) = (value, isUsual) }

    static func rare(_ value: FeelValue) -> DmnSample { DmnSample(value, isUsual: false) }
}

/// Examples of values: each at which something cuts, and one of each piece between, before and behind them.
struct DmnSamples {
    private let cuts: [FeelValue]
    private let points: [FeelValue]
    private let type: FeelType?

    init(_ cuts: [FeelValue], type: FeelType?) {
        (self.cuts, self.type) = (cuts, type)
        points = cuts.flatMap(\.points)
    }

    /// Of the type, or of all kinds where there is none: usual are then those that are mentioned. No value at all may always be.
    var all: [DmnSample] {
        let null = DmnSample(.null, isUsual: cuts.contains(where: \.mentionsNull))
        guard let type else { return untyped + whole(isUsual: false) + [null] }
        return (type.scalar.map { samples(of: $0) } ?? whole(isUsual: true)) + [null]
    }

    private var untyped: [DmnSample] {
        let mentioned = Set(points.map(\.kind))
        let usual = mentioned.isDisjoint(with: DmnSamples.scalars) ? [.string] : mentioned
        return DmnSamples.scalars.flatMap { kind in
            samples(of: kind).map { DmnSample($0.value, isUsual: $0.isUsual && usual.contains(kind)) }
        }
    }

    private static let scalars: [FeelKind] = [
        .boolean, .number, .string, .date, .dateTime, .time, .daysDuration, .yearsDuration,
    ]

    /// Values that are made of others.
    private func whole(isUsual: Bool) -> [DmnSample] {
        let made = cuts.filter { $0.kind == .list || $0.kind == .range }
        let values = made + [.list([]), .list([.string("…")]), .context(FeelContext([]))]
        return values.filter { type?.admits($0) ?? true }.map { DmnSample($0, isUsual: isUsual) }
    }

    private func samples(of kind: FeelKind) -> [DmnSample] {
        switch kind {
        case .boolean: [DmnSample(true), DmnSample(false)]
        case .number: numbers
        case .string: texts
        case .date: dates
        case .dateTime: moments
        case .time: times
        case .daysDuration: lengths
        case .yearsDuration: months
        default: []
        }
    }

    /// The texts that are mentioned, and one that is not.
    private var texts: [DmnSample] {
        let texts = points.filter { $0.kind == .string }.unique
        let other = (1...texts.count + 1).lazy.map { FeelValue.string(String(repeating: "…", count: $0)) }
            .first { !texts.contains($0) }
        return (texts + [other].compactMap(\.self)).map { DmnSample($0) }
    }

    private var numbers: [DmnSample] {
        let cuts = Set(points.compactMap { if case .number(let number) = $0 { number } else { nil } }).sorted()
        guard let first = cuts.first, let last = cuts.last else { return [DmnSample(0)] }
        var found = [first.step(-1)]
        for (index, cut) in cuts.enumerated() {
            found.append(cut)
            if index + 1 < cuts.count { found.append((cut + cuts[index + 1]).flatMap { $0 / 2 }) }
        }
        return (found + [last.step(1)]).compactMap(\.self).map { DmnSample(.number($0)) }
    }
}

extension DmnSamples {
    /// Days, cut also where a moment of the day is compared with them.
    private var dates: [DmnSample] {
        let days = points.flatMap { point -> [Int64] in
            switch point {
            case .date(let date): return [date.dayNumber]
            case .dateTime(let moment) where moment.time.zone != nil:
                let day = moment.instant.days
                return [day, day + 1]
            default: return []
            }
        }
        return DmnLine(days, otherwise: 20_000).all.compactMap { FeelDate(dayNumber: $0.value) }.map {
            DmnSample(.date($0))
        }
    }

    /// Moments of a clock anywhere, and of one in a zone: between those there is no order.
    private var moments: [DmnSample] {
        let known = points.compactMap { if case .dateTime(let moment) = $0 { moment } else { nil } }
        let starts = points.compactMap { if case .date(let date) = $0 { FeelDateTime(startOf: date) } else { nil } }
        let (zoned, plain) = (known.filter { $0.time.zone != nil } + starts, known.filter { $0.time.zone == nil })
        let both = (moments(zoned, zone: .offset(0)), moments(plain, zone: nil))
        let isPlain = zoned.isEmpty && !plain.isEmpty
        let isZoned = plain.isEmpty
        return both.0.map { isPlain ? .rare($0.value) : $0 } + both.1.map { isZoned ? .rare($0.value) : $0 }
    }

    private func moments(_ known: [FeelDateTime], zone: FeelZone?) -> [DmnSample] {
        DmnLine(known.map(\.instant), otherwise: 20_000 * 86_400).dense.compactMap { piece in
            let moment = FeelDateTime(localSeconds: piece.value, nanosecond: piece.nanosecond, zone: zone)
            return moment.map { DmnSample(.dateTime($0), isUsual: piece.nanosecond == 0) }
        }
    }

    private var times: [DmnSample] {
        let seconds = points.compactMap { if case .time(let time) = $0 { Int64(time.second) } else { nil } }
        let pieces = DmnLine(seconds, otherwise: 43_200, within: 0...86_399).dense
        let plain = pieces.map { piece in
            let time = FeelTime(second: Int32(piece.value), nanosecond: piece.nanosecond, zone: nil)
            return DmnSample(.time(time), isUsual: piece.nanosecond == 0)
        }
        return plain + [.rare(.time(FeelTime(second: 43_200, nanosecond: 0, zone: .offset(0))))]
    }

    private var lengths: [DmnSample] {
        let seconds = points.compactMap { if case .daysDuration(let length) = $0 { length.seconds } else { nil } }
        return DmnLine(seconds, otherwise: 0).dense.compactMap { piece in
            let nanoseconds = Int128(piece.value) * 1_000_000_000 + Int128(piece.nanosecond)
            let length = FeelDaysDuration(nanoseconds: nanoseconds)
            return length.map { DmnSample(.daysDuration($0), isUsual: piece.nanosecond == 0) }
        }
    }

    private var months: [DmnSample] {
        let cuts = points.compactMap { if case .yearsDuration(let length) = $0 { length.months } else { nil } }
        return DmnLine(cuts, otherwise: 0).all.map { DmnSample(.yearsDuration(FeelYearsDuration(months: $0.value))) }
    }
}

extension FeelValue {
    /// The single values that a test of this one is about.
    fileprivate var points: [FeelValue] {
        switch self {
        case .range(let range): [range.start, range.end].flatMap(\.points)
        case .list(let values): values.flatMap(\.points)
        case .null: []
        default: [self]
        }
    }

    fileprivate var mentionsNull: Bool {
        if case .list(let values) = self { values.contains(where: \.isNull) } else { isNull }
    }
}

extension [FeelValue] {
    fileprivate var unique: [FeelValue] {
        var seen: Set<FeelValue> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Int64 {
    /// Seconds as whole days.
    fileprivate var days: Int64 { self >= 0 ? self / 86_400 : (self + 1) / 86_400 - 1 }
}

extension Decimal128 {
    /// A number that is lower or higher, also where one more makes no difference.
    fileprivate func step(_ sign: Int) -> Decimal128? {
        let next = self + Decimal128(sign)
        if let next, next != self { return next }
        return self * Decimal128((self < 0) == (sign < 0) ? 2 : -2)
    }
}

extension FeelType {
    /// The kind of its values, where those are not made of others.
    fileprivate var scalar: FeelKind? {
        switch self {
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .daysDuration: .daysDuration
        case .yearsDuration: .yearsDuration
        case .constrained(let base, _): base.scalar
        case .any, .null, .list, .context, .range, .function: nil
        }
    }
}
