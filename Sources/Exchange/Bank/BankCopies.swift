/// Tells transactions of one statement apart that are alike in everything: two payments under one reference are two payments.
public struct BankCopies: Sendable {
    /// How often a key was met, by a number that is the same in every run.
    private var met: [UInt64: Int] = [:]

    public init() {}

    /// The same entry, with which of its like it is.
    public mutating func number(_ entry: BankEntry, in statement: BankStatement) -> BankEntry {
        var entry = entry
        let key = BankCopies.hash(entry.key(in: statement))
        met[key, default: 0] += 1
        entry.copy = met[key] ?? 1
        return entry
    }

    /// FNV-1a over 64 bits.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
