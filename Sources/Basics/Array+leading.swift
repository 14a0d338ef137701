extension Array {
    /// The same with what fits before all others, each in the order in which it stood.
    public func leading(with fits: (Element) throws -> Bool) rethrows -> [Element] {
        var (first, others): ([Element], [Element]) = ([], [])
        for one in self { if try fits(one) { first.append(one) } else { others.append(one) } }
        return first + others
    }
}
