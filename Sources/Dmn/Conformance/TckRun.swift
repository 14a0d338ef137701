public import Basics
public import Feel

/// A run of the Technology Compatibility Kit of DMN: how many cases passed, and which did not.
public struct TckRun: Sendable, Hashable {
    /// A case that did not give what the kit expects.
    public struct Failure: Sendable, Hashable {
        /// Folder, file and case, as in `0068-feel-equality/0068-feel-equality-test-01.xml#null_001`.
        public let name: String
        public let reason: String
        /// Why it cannot pass here, where that is known.
        public var explanation: String? { TckRun.explained.first { name.hasPrefix($0.prefix) }?.why }
    }

    /// Cases that cannot pass, by the beginning of their names; the rest must.
    static let explained = [
        (prefix: "0076-feel-external-java/", why: "DMN 1.5, 10.3.2.13.3: calls Java, and there is no Java here")
    ]

    public private(set) var total = 0
    public private(set) var passed = 0
    public private(set) var failures: [Failure] = []
    private let now: FeelNow

    public init(now: FeelNow) { self.now = now }

    public static func == (left: TckRun, right: TckRun) -> Bool {
        (left.total, left.passed) == (right.total, right.passed) && left.failures == right.failures
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(failures) }

    /// What failed and should not.
    public var unexplained: [Failure] { failures.filter { $0.explanation == nil } }

    /// `{"total": 10, "passed": 8, "failed": ["…", "…"], "explained": {"…": "…"}}`.
    public var json: JSON {
        [
            "total": JSON(total), "passed": JSON(passed), "failed": .array(failures.map { .string($0.name) }),
            "explained": .object(
                Dictionary(failures.compactMap { one in one.explanation.map { (one.name, .string($0)) } }) { $1 }),
        ]
    }

    /// Runs the tests among files anywhere below a folder; each test sees the models in its own folder.
    public init(files: [(path: String, bytes: [UInt8])], now: FeelNow) {
        self.init(now: now)
        let folders = Dictionary(grouping: files) { file in
            file.path.split(separator: "/").dropLast().joined(separator: "/")
        }
        for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
            let name = folder.split(separator: "/").last.map(String.init) ?? "."
            let named = files.map { (name: String($0.path.split(separator: "/").last ?? ""), bytes: $0.bytes) }
            add(folder: name, files: named.sorted { $0.name < $1.name })
        }
    }

    /// Runs the tests in one folder: test files beside the models they are about. A file that cannot be read, and one without a case,
    /// counts as one that fails; so does each case of a model that cannot be read.
    public mutating func add(folder: String, files: [(name: String, bytes: [UInt8])]) {
        var models: [(name: String, model: DmnModel)] = []
        for file in files where file.name.hasSuffix(".dmn") {
            var unused: [Diagnostic] = []
            if let read = DmnFile(file.bytes, diagnostics: &unused) { models.append((file.name, read.model)) }
        }
        for file in files where file.name.hasSuffix(".xml") {
            do {
                let (wanted, cases) = try TckCase.read(file.bytes)
                let main = wanted.isEmpty ? models.first : models.first { $0.name == wanted }
                if cases.isEmpty { fail("\(folder)/\(file.name)", "holds no test cases") }
                let program = main.map { DmnProgram($0.model, imports: models.map(\.model)) }
                for test in cases { run(test, program, "\(folder)/\(file.name)#\(test.id)") }
            } catch {
                fail("\(folder)/\(file.name)", "cannot be read: \(error)")
            }
        }
    }

    private mutating func fail(_ name: String, _ reason: String) {
        total += 1
        failures.append(Failure(name: name, reason: reason))
    }

    private mutating func run(_ test: TckCase, _ program: DmnProgram?, _ name: String) {
        total += 1
        let reasons = program.map { self.reasons(test, $0) } ?? ["there is no model that can be read"]
        if reasons.isEmpty { passed += 1 }
        if let first = reasons.first { failures.append(Failure(name: name, reason: first)) }
    }

    /// Why a case fails; nothing when it passes.
    private func reasons(_ test: TckCase, _ program: DmnProgram) -> [String] {
        test.outcomes.compactMap { outcome in
            guard let actual = actual(outcome.name, test, program) else { return "there is no \(outcome.name)" }
            guard !actual.value.isExpected(outcome.value) else { return nil }
            let problems = actual.problems.prefix(2).map(\.description).joined(separator: "; ")
            return "\(outcome.name) is \(actual.value), not \(outcome.value) (\(problems))"
        }
    }

    private func actual(_ name: String, _ test: TckCase, _ program: DmnProgram) -> FeelResult? {
        let facts = DmnFacts(Dictionary(test.inputs.map { ($0.name, $0.value) }) { _, last in last }, now: now)
        guard let invocable = test.invocable else { return program.decide(name, given: facts) }
        guard let result = program.invoke(invocable, given: facts) else { return nil }
        if case .context(let context) = result.value, let part = context[name], program.number(named: name) != nil {
            return FeelResult(value: part, problems: result.problems)
        }
        return result
    }
}
