/// A decision table as steps of a program (DMN 1.5, chapter 8).
package struct FeelTable: Sendable {
    package enum HitPolicy: Sendable, Hashable {
        case unique, any, priority, first, outputOrder, ruleOrder
        case collect(Aggregator?)
    }

    package enum Aggregator: Sendable, Hashable { case sum, count, min, max }

    package struct Input: Sendable {
        package var value: FeelNodeID
        package var slot: Int32
        /// Tests that a value must pass to be let in.
        package var allowed: FeelNodeID?

        package init(value: FeelNodeID, slot: Int32, allowed: FeelNodeID?) {
            (self.value, self.slot, self.allowed) = (value, slot, allowed)
        }
    }

    package struct Output: Sendable {
        package var name: String
        package var fallback: FeelNodeID?
        /// The allowed values, most important first, as tests of a value in `slot`.
        package var ranking: [FeelNodeID]
        package var slot: Int32

        package init(name: String, fallback: FeelNodeID?, ranking: [FeelNodeID], slot: Int32) {
            (self.name, self.fallback, self.ranking, self.slot) = (name, fallback, ranking, slot)
        }
    }

    package struct Rule: Sendable {
        /// A test for each input; `nil` where anything will do.
        package var tests: [FeelNodeID?]
        package var outputs: [FeelNodeID]

        package init(tests: [FeelNodeID?], outputs: [FeelNodeID]) { (self.tests, self.outputs) = (tests, outputs) }
    }

    package var inputs: [Input]
    package var outputs: [Output]
    package var rules: [Rule]
    package var policy: HitPolicy
    let shape: FeelShape

    package init(inputs: [Input], outputs: [Output], rules: [Rule], policy: HitPolicy) {
        (self.inputs, self.outputs, self.rules, self.policy) = (inputs, outputs, rules, policy)
        shape = FeelShape(outputs.map(\.name))
    }
}

package typealias FeelNodeID = Int32

/// What a decision table did with its inputs: the values it saw, and the rules that fired, counted from 0.
package struct FeelTableTrace: Sendable {
    package let inputs: [FeelValue]
    package let rules: [Int]
}
