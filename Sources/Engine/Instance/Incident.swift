public import Basics

/// Something that keeps a process from going on until a person mends it.
public struct Incident: Hashable, Sendable {
    public let id: ID
    public let element: ElementInstance.ID
    public let node: ElementRef
    public let cause: Cause

    public struct ID: Hashable, Sendable, Comparable {
        public let number: Int

        public init(_ number: Int) { self.number = number }

        public static func < (left: ID, right: ID) -> Bool { left.number < right.number }
    }

    /// What went wrong, with the facts that a sentence about it needs.
    public enum Cause: Hashable, Sendable {
        /// A formula gave an error: its source and why.
        case formula(String, reason: Phrase)
        /// A formula gave a value of another kind than was needed here.
        case notUsable(String, value: Phrase, needed: Phrase)
        case service(reason: String)
        /// No condition was true and there is no default flow.
        case noBranch
        /// A join waits for flows that can no longer come.
        case stuck(join: String)
        case decision(String, reason: Phrase)
        case unknownProcess(String)
        case uncaughtError(code: String, message: String?)
        /// A loop, or a run without any waiting, that goes beyond its bound.
        case tooMuch(limit: Int)
        case noLink(String)
    }

    /// What a person can do about it.
    public enum Remedy: String, Hashable, Sendable, CaseIterable {
        case retry, setVariables, move, cancel
    }

    public var remedies: [Remedy] {
        switch cause {
        case .formula, .notUsable, .noBranch, .decision, .uncaughtError: [.setVariables, .retry, .move, .cancel]
        case .service, .unknownProcess, .tooMuch: [.retry, .move, .cancel]
        case .stuck, .noLink: [.move, .cancel]
        }
    }
}

extension Incident.ID: CustomStringConvertible, LosslessStringConvertible {
    public var description: String { String(number) }

    public init?(_ text: String) {
        guard let number = Int(text), number > 0 else { return nil }
        self.init(number)
    }
}
