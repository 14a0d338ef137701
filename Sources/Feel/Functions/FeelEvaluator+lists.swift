import Basics

extension FeelEvaluator {
    mutating func list(_ builtin: Builtin, _ arguments: Arguments) -> FeelValue? {
        if builtin == .concatenate || builtin == .union { return joinedLists(builtin, arguments) }
        guard let list = arguments.list(0), spend(list.count) else { return nil }
        switch builtin {
        case .count: return .number(Decimal128(list.count))
        case .listContains: return .boolean(list.contains { $0.feelEquals(arguments[1]) == true })
        case .indexOf:
            let places = list.indices.filter { list[$0].feelEquals(arguments[1]) == true }
            return .list(places.map { .number(Decimal128($0 + 1)) })
        case .reverse: return made(list.reversed())
        case .append: return made(list + arguments.values.dropFirst())
        case .sublist: return sublist(list, arguments)
        case .insertBefore: return inserted(list, arguments)
        case .remove: return removed(list, arguments)
        case .distinctValues: return distinct(list)
        case .duplicateValues: return duplicates(list)
        case .flatten:
            var flat: [FeelValue] = []
            return flatten(list, into: &flat) ? made(flat) : nil
        default: return nil
        }
    }

    private mutating func made(_ list: [FeelValue]) -> FeelValue? { make(list.count) ? .list(list) : nil }

    private mutating func joinedLists(_ builtin: Builtin, _ arguments: Arguments) -> FeelValue? {
        var all: [FeelValue] = []
        for index in 0..<arguments.count {
            guard let list = arguments.list(index), spend(list.count) else { return nil }
            all += list
        }
        return builtin == .union ? distinct(all) : made(all)
    }

    /// Each value once, in the order of its first place.
    private mutating func distinct(_ list: [FeelValue]) -> FeelValue? {
        var kept: [FeelValue] = []
        for value in list {
            let weight = value.isBulky ? value.weight(upTo: 1_000_000) ?? 1_000_000 : 1
            guard spend(kept.count * weight / 8 + 1) else { return nil }
            if !kept.contains(where: { $0.feelEquals(value) == true }) { kept.append(value) }
        }
        return made(kept)
    }

    /// Each value that occurs more than once, in the order of its first place.
    private mutating func duplicates(_ list: [FeelValue]) -> FeelValue? {
        guard list.count < 20_000, spend(list.count * list.count / 8 + 1), case .list(let values)? = distinct(list)
        else { return nil }
        return made(values.filter { value in list.count { $0.feelEquals(value) == true } > 1 })
    }

    private mutating func flatten(_ list: [FeelValue], into flat: inout [FeelValue]) -> Bool {
        guard spend(list.count) else { return false }
        for value in list {
            if case .list(let inner) = value {
                guard flatten(inner, into: &flat) else { return false }
            } else {
                flat.append(value)
            }
        }
        return true
    }

    /// Where a number counted from 1, or from the end, points in a list.
    private func place(_ number: Int?, in list: [FeelValue]) -> Int? {
        guard let number, number != 0, number.magnitude <= list.count else { return nil }
        return number > 0 ? number - 1 : list.count + number
    }

    private mutating func sublist(_ list: [FeelValue], _ arguments: Arguments) -> FeelValue? {
        guard let start = place(arguments.truncated(1), in: list) else { return nil }
        guard arguments.count > 2 else { return made(Array(list[start...])) }
        guard let length = arguments.truncated(2), length >= 0, length <= list.count - start else { return nil }
        return made(Array(list[start..<start + length]))
    }

    private mutating func inserted(_ list: [FeelValue], _ arguments: Arguments) -> FeelValue? {
        guard let place = place(arguments.integer(1), in: list) else { return nil }
        var changed = list
        changed.insert(arguments[2], at: place)
        return made(changed)
    }

    private mutating func removed(_ list: [FeelValue], _ arguments: Arguments) -> FeelValue? {
        guard let place = place(arguments.integer(1), in: list) else { return nil }
        var changed = list
        changed.remove(at: place)
        return made(changed)
    }

    /// By position, or wherever a function of the old and the new item is true.
    mutating func replaced(_ arguments: Arguments) -> FeelValue? {
        guard var list = arguments.list(0), make(list.count) else { return nil }
        if let place = place(arguments.truncated(1), in: list) {
            list[place] = arguments[2]
            return .list(list)
        }
        guard case .function = arguments.single(1) else { return nil }
        for index in list.indices {
            let answer = call(arguments.single(1), [list[index], arguments[2]])
            guard case .boolean(let matches) = answer else { return nil }
            if matches { list[index] = arguments[2] }
        }
        return .list(list)
    }

    /// A stable merge sort by a function that says whether one value comes before another.
    mutating func sorted(_ arguments: Arguments) -> FeelValue? {
        guard let list = arguments.list(0), case .function = arguments.single(1), make(list.count) else { return nil }
        return mergeSorted(list[...], by: arguments.single(1)).map { .list($0) }
    }

    private mutating func mergeSorted(_ list: ArraySlice<FeelValue>, by precedes: FeelValue) -> [FeelValue]? {
        guard list.count > 1 else { return Array(list) }
        let middle = list.startIndex + list.count / 2
        guard let left = mergeSorted(list[..<middle], by: precedes),
            let right = mergeSorted(list[middle...], by: precedes)
        else { return nil }
        var (merged, first, second): ([FeelValue], Int, Int) = ([], 0, 0)
        while first < left.count, second < right.count {
            guard case .boolean(let later) = call(precedes, [right[second], left[first]]) else { return nil }
            merged.append(later ? right[second] : left[first])
            if later { second += 1 } else { first += 1 }
        }
        return merged + left[first...] + right[second...]
    }

    /// Texts with a delimiter between them; null elements are left out.
    mutating func joined(_ arguments: Arguments) -> FeelValue? {
        guard let list = arguments.list(0), spend(list.count) else { return nil }
        guard arguments[1].isNull || arguments.string(1) != nil else { return nil }
        var texts: [String] = []
        for value in list where !value.isNull {
            guard case .string(let text) = value, make(text.utf8.count) else { return nil }
            texts.append(text)
        }
        return .string(texts.joined(separator: arguments.string(1) ?? ""))
    }
}
