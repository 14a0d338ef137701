/// Reads the sentences, lists and tables of a passage as rules.
struct RuleReader {
    let lexicon: Lexicon
    let conditions: ConditionReader

    init(lexicon: Lexicon, places: PlaceReader) {
        self.lexicon = lexicon
        conditions = ConditionReader(lexicon: lexicon, places: places)
    }

    func rules(of passage: Passage, _ sentences: [Sentence], in text: SourceText) -> [Rule] {
        var rules: [Rule] = []
        var index = 0
        while index < sentences.count {
            let block = passage.blocks[sentences[index].block]
            switch block.kind {
            case .header: index += 1
            case .row(let header, let cells):
                let matrix = matrix(sentences[index], at: index, header: header, cells: cells, in: text)
                rules +=
                    matrix.isEmpty
                    ? [row(sentences[index], at: index, header: header, cells: cells, in: text)] : matrix
                index += 1
            case .paragraph, .item:
                let end = list(after: index, sentences, passage)
                if end > index + 1 {
                    rules.append(list(sentences, index..<end))
                    index = end
                } else if isItem(sentences[index], passage), let (rule, end) = item(sentences, at: index) {
                    rules.append(rule)
                    index = end
                } else {
                    let (rule, end) = plain(sentences, at: index)
                    let chained = chained(rule, after: before(index, rules, sentences), sentences[index])
                    rules.append(failing(chained, rules.last, sentences[index]))
                    index = end
                }
            }
        }
        return withException(rules)
    }

    private func plain(_ sentences: [Sentence], at index: Int) -> (rule: Rule, end: Int) {
        if sentences[index].isQuestion { return asked(sentences, at: index) }
        let next = index + 1 < sentences.count && sentences[index + 1].block == sentences[index].block ? index + 1 : nil
        if isBareAnswer(sentences[index]) {
            guard let next, !sentences[next].isQuestion else {
                var rule = rule(sentences[index], at: index)
                rule.isBare = true
                return (rule, index + 1)
            }
            return (rule(sentences[next], at: next).opened(by: sentences[index], at: index), next + 1)
        }
        let splits = next.map { remainder(sentences[$0].tokens) == true } ?? false
        return (rule(sentences[index], at: index, splits: splits), index + 1)
    }

    /// `Ja.`, `Nee.`: says nothing without the sentence behind it.
    private func isBareAnswer(_ sentence: Sentence) -> Bool {
        sentence.tokens.count <= 2
            && ["ja", "nee", "jazeker", "zeker", "klopt"].contains(sentence.tokens.first?.text ?? "")
    }

    private func isItem(_ sentence: Sentence, _ passage: Passage) -> Bool {
        switch passage.blocks[sentence.block].kind {
        case .item: true
        case .paragraph, .row, .header: false
        }
    }

    /// The rules before a sentence in its own paragraph or bullet.
    private func before(_ index: Int, _ rules: [Rule], _ sentences: [Sentence]) -> [Rule] {
        rules.reversed().prefix { rule in
            rule.cells.isEmpty && sentences[rule.sentences.lowerBound].block == sentences[index].block
        }.reversed()
    }
}
