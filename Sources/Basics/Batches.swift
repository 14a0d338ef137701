extension RandomAccessCollection where Index == Int {
    /// In their order, in parts of at most so many.
    public func batches(of size: Int) -> some Sequence<SubSequence> {
        stride(from: startIndex, to: endIndex, by: size).lazy.map { self[$0..<Swift.min($0 + size, endIndex)] }
    }
}
