import Basics

/// Parses FEEL (DMN 1.5, 10.3.1) by precedence climbing, resolving names while it goes.
struct FeelParser {
    static let depthLimit = 120
    static let lengthLimit = 200_000

    let text: [Unicode.Scalar]
    let known: FeelNames
    var at = 0
    var builder = FeelBuilder()
    var symbols: FeelSymbols
    var locals: [Local] = []
    /// The numbers of the locals that hold a filter's item, innermost last.
    var items: [Int32] = []
    var slots: Int32 = 0
    /// The local that holds the value under test.
    var input: Int32 = -1
    var mentionsInput = false
    private var depth = 0

    struct Local {
        let pieces: [String]
        let name: String
        let slot: Int32
    }

    init(_ text: String, names: FeelNames, symbols: FeelSymbols) throws(FeelSyntaxError) {
        self.text = Array(text.unicodeScalars)
        known = names
        self.symbols = symbols
        guard self.text.count <= FeelParser.lengthLimit else { throw fault(.tooLong(limit: FeelParser.lengthLimit)) }
    }

    mutating func whole() throws(FeelSyntaxError) -> FeelNode.ID {
        let root = try expression()
        try expectEnd()
        return root
    }

    mutating func expectEnd() throws(FeelSyntaxError) {
        skipSpace()
        guard at == text.count else { throw fault(.unexpectedText(nextWord)) }
    }

    mutating func expression() throws(FeelSyntaxError) -> FeelNode.ID { try operation(above: .none) }

    /// Runs one level deeper, as deep as the limit allows.
    mutating func nested<Value>(
        _ body: (inout FeelParser) throws(FeelSyntaxError) -> Value
    ) throws(FeelSyntaxError) -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth <= FeelParser.depthLimit else { throw fault(.tooDeep(limit: FeelParser.depthLimit)) }
        return try body(&self)
    }

    /// Reads where the deepest text that is allowed finds stack enough; without optimisation frames are larger.
    mutating func onLongStack(
        _ read: (inout FeelParser) throws(FeelSyntaxError) -> FeelNode.ID
    ) throws(FeelSyntaxError) -> FeelNode.ID {
        #if DEBUG
            let needed: UInt = 6 << 20
        #else
            let needed: UInt = 2 << 20
        #endif
        return try StackRoom.ensuring(needed) { () -> Result<FeelNode.ID, FeelSyntaxError> in
            do throws(FeelSyntaxError) { return .success(try read(&self)) } catch { return .failure(error) }
        }.get()
    }

    func fault(_ reason: FeelSyntaxError.Reason, at place: Int? = nil) -> FeelSyntaxError {
        FeelSyntaxError(reason, at: FeelPosition(in: text.prefix(place ?? at)))
    }
}

/// The variables that one or more expressions use from outside, each with its number.
public struct FeelSymbols: Sendable {
    public private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]

    public init() {}

    public mutating func number(of name: String) -> Int32 {
        if let number = numbers[name] { return number }
        names.append(name)
        numbers[name] = Int32(names.count - 1)
        return Int32(names.count - 1)
    }
}
