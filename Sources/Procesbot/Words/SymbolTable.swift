import Synchronization

/// Gives each root and concept its number, and remembers what a word was analysed to.
final class SymbolTable: Sendable {
    private struct State {
        var symbols: [String: Symbol] = [:]
        var analyses: [String: WordAnalysis] = [:]
    }

    private let state = Mutex(State())
    private static let remembered = 200_000

    func symbol(of text: String) -> Symbol {
        state.withLock { state in
            if let known = state.symbols[text] { return known }
            let next = Symbol(state.symbols.count)
            state.symbols[text] = next
            return next
        }
    }

    func analysis(of word: String, orElse make: () -> WordAnalysis) -> WordAnalysis {
        if let known = state.withLock({ $0.analyses[word] }) { return known }
        let made = make()
        state.withLock { state in
            if state.analyses.count < Self.remembered { state.analyses[word] = made }
        }
        return made
    }
}

/// What the lexicon knows of one word.
struct WordAnalysis: Sendable {
    let root: String
    let keys: [Term.Key]
    let weight: Float
}
