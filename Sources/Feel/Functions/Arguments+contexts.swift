extension Arguments {
    func contexts(_ builtin: Builtin) -> FeelValue? {
        switch builtin {
        case .context: list(0).flatMap { Arguments.context(of: $0) }
        case .getValue: value
        case .getEntries: context(0).map { Arguments.entries(of: $0) }
        case .contextPut: put
        case .contextMerge: list(0).flatMap { Arguments.merged($0) }
        default: nil
        }
    }

    /// From a list of contexts with `key` and `value`; no key twice.
    private static func context(of entries: [FeelValue]) -> FeelValue? {
        var pairs: [(String, FeelValue)] = []
        var seen: Set<String> = []
        for entry in entries {
            guard case .context(let context) = entry, case .string(let key) = context["key"],
                let value = context["value"], seen.insert(key).inserted
            else { return nil }
            pairs.append((key, value))
        }
        return .context(FeelContext(pairs))
    }

    private static func entries(of context: FeelContext) -> FeelValue {
        .list(context.entries.map { .context(FeelContext([("key", .string($0)), ("value", $1)])) })
    }

    private static func merged(_ contexts: [FeelValue]) -> FeelValue? {
        var pairs: [(String, FeelValue)] = []
        for case .context(let context) in contexts { pairs += context.entries.map { ($0, $1) } }
        guard contexts.allSatisfy({ $0.kind == .context }) else { return nil }
        return .context(FeelContext(pairs))
    }

    /// One key, or a path of keys.
    private var value: FeelValue? {
        guard let context = context(0) else { return nil }
        if let key = string(1), self[1].kind == .string { return context[key] ?? .null }
        guard case .list = self[1], let keys = keys, !keys.isEmpty else { return nil }
        var current = FeelValue.context(context)
        for key in keys {
            guard case .context(let inner) = current, let value = inner[key] else { return .null }
            current = value
        }
        return current
    }

    private var keys: [String]? {
        guard let list = list(1) else { return nil }
        let keys = list.compactMap { if case .string(let key) = $0 { key } else { nil } }
        return keys.count == list.count ? keys : nil
    }

    private var put: FeelValue? {
        guard let context = context(0) else { return nil }
        if case .string(let key) = self[1] { return .context(context.setting(key, to: self[2])) }
        guard case .list = self[1], let keys = keys, !keys.isEmpty else { return nil }
        return Arguments.put(self[2], at: keys[...], in: context).map { .context($0) }
    }

    private static func put(_ value: FeelValue, at keys: ArraySlice<String>, in context: FeelContext) -> FeelContext? {
        guard let key = keys.first else { return nil }
        guard keys.count > 1 else { return context.setting(key, to: value) }
        guard case .context(let inner) = context[key], let changed = put(value, at: keys.dropFirst(), in: inner) else {
            return nil
        }
        return context.setting(key, to: .context(changed))
    }
}
