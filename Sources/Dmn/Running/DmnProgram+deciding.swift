public import Basics
public import Feel

/// What is known when a decision is made.
public struct DmnFacts: Sendable {
    /// Values by the name of the input.
    public var values: [String: FeelValue]
    /// Inputs of which the value is not known yet.
    public var unknown: Set<String>
    public var now: FeelNow
    public var limits: FeelLimits
    private var json: [String: JSON] = [:]

    public init(
        _ values: [String: FeelValue] = [:], unknown: Set<String> = [], now: FeelNow = .unset,
        limits: FeelLimits = FeelLimits()
    ) {
        (self.values, self.unknown, self.now, self.limits) = (values, unknown, now, limits)
    }

    /// Values from outside, of which only those that a decision asks for are looked at.
    public init(json: [String: JSON], now: FeelNow = .unset, limits: FeelLimits = FeelLimits()) {
        self.init(now: now, limits: limits)
        self.json = json
    }

    func value(_ name: String) -> FeelValue? { values[name] ?? json[name].map { FeelValue($0) } }
}

extension DmnProgram {
    /// Makes a decision, and all that it needs; `nil` when there is no decision of that name.
    public func decide(_ decision: String, given facts: DmnFacts) -> FeelResult? {
        guard let number = number(named: decision) else { return nil }
        var (run, call) = start(facts)
        let value = run.value(of: number, &call)
        return FeelResult(value: value, problems: call.problems)
    }

    /// Calls a decision service or business knowledge model by its name; the arguments are the facts of those names.
    public func invoke(_ function: String, given facts: DmnFacts) -> FeelResult? {
        guard let number = number(named: function) else { return nil }
        var call = FeelCall(now: facts.now, limits: facts.limits)
        let target = DmnRun.function(number, self)
        let arguments = target.parameters.map { facts.value($0.name) ?? .null }
        let value = target.call(arguments, &call)
        return FeelResult(value: value, problems: call.problems)
    }

    func start(_ facts: DmnFacts) -> (DmnRun, FeelCall) {
        var run = DmnRun(self)
        var call = FeelCall(now: facts.now, limits: facts.limits)
        for number in given {
            let element = elements[number]
            if !facts.unknown.isEmpty, facts.unknown.contains(element.name) { run.unknown.insert(number) }
            guard let value = facts.value(element.name) else { continue }
            let fact = element.type.converted(element.type.read(value))
            run.found[number] = .value(fact ?? DmnRun.fail("\(element.name) has another type than declared", &call))
        }
        return (run, call)
    }
}

extension DmnElement {
    /// Whether it is a business knowledge model or a decision service.
    var isFunction: Bool {
        switch kind {
        case .knowledge, .service: true
        case .input, .decision: false
        }
    }

    /// Whether its value comes from outside.
    var isGiven: Bool {
        switch kind {
        case .input, .decision(nil): true
        case .decision, .knowledge, .service: false
        }
    }
}
