/// People tell more than the library knows. Who then only asks what to do is helped with the part that it does know.
extension Adviser {
    /// Advice on the part of the story that is supported best, with the other parts named as not known; nothing when the question
    /// has a subject of its own, or no part is supported by itself.
    func advise(onPartOf asked: Inquiry, _ ask: (String) -> Inquiry) -> Advice? {
        let isOpen = asked.asksOnlyWhatToDo
        if !isOpen, let advice = advise(onAskingOf: asked, ask) { return advice }
        guard isOpen || asked.form.asking.count < asked.tokens.count else { return nil }
        let parts = asked.told.prefix(Self.mostParts).map { part in
            (part, composed(ask(isOpen ? part.text : part.text + " " + asked.askingText)))
        }
        let supported = parts.filter {
            isPlain($0.1) && (isOpen || $0.1.support.likelihood >= Support.leastForAskedPart)
        }
        guard parts.count > 1,
            var advice = supported.max(by: { $0.1.support.likelihood < $1.1.support.likelihood })?.1
        else { return nil }
        let unknown = parts.filter { $0.1.refused != nil }.map { part, _ in
            MissingFact(fact: part.text, question: phrases("ontbreekt.steun", ["deel": part.text]))
        }
        advice.missing = Array((unknown + advice.missing).prefix(5))
        return advice.onPart(of: asked)
    }

    /// Advice on the sentence that asks, by itself; the story around it is no part of the subject.
    private func advise(onAskingOf asked: Inquiry, _ ask: (String) -> Inquiry) -> Advice? {
        let own = ask(asked.askingText)
        guard own.tokens.count < asked.tokens.count, own.query.count(where: { $0.isKnown && $0.weight >= 0.6 }) > 1
        else {
            return nil
        }
        let advice = composed(own)
        return isPlain(advice) ? advice.onPart(of: asked) : nil
    }

    private static let mostParts = 8

    /// A part was not asked by itself, so nothing may be guessed in it.
    private func isPlain(_ advice: Advice) -> Bool {
        advice.refused == nil && advice.readAs.isEmpty && advice.support.isToThePoint
            && advice.backing >= Support.leastForPart
    }
}

extension Advice {
    /// The same, of a question of which it leaves something out: it can be no more than likely.
    fileprivate func onPart(of asked: Inquiry) -> Advice {
        var advice = self
        advice.facts = asked.found
        advice.confidence = min(confidence, Support.mostForPart)
        return advice
    }
}

extension Inquiry {
    /// What was said in the question, but for the sentence that asks.
    var told: [Statement] {
        facts.statements.filter { $0.origin == .question && !$0.isAsked && $0.tokens.count > 1 }
    }

    /// The sentence that asks, as it was typed.
    fileprivate var askingText: String {
        guard let first = form.asking.first, let last = form.asking.last else { return "" }
        return SourceText(text).quote(first.range.lowerBound..<last.range.upperBound) + (last.mark == "?" ? "?" : "")
    }

    /// Whether the sentence that asks names no subject: `Wat nu?`, `Wat moet ik doen?`, or a story that asks nothing.
    fileprivate var asksOnlyWhatToDo: Bool {
        guard tokens.contains(where: { $0.mark == "?" }) else { return form.wants == nil && !form.isPolar }
        return !query.contains { $0.weight >= 0.6 && form.asking.indices.contains($0.term.tokens.lowerBound) }
    }
}
