/// A drawing in which every part that an element can have says something.
enum EveryPart {
    /// The elements that say it.
    static let told = [
        "documentation", "extensionElements", "potentialOwner", "humanPerformer", "script", "timeDuration", "timeDate",
        "timeCycle", "condition", "standardLoopCharacteristics", "multiInstanceLoopCharacteristics",
        "completionCondition", "activationCondition", "property", "ioSpecification", "dataInputAssociation",
        "dataOutputAssociation", "dataState", "participantMultiplicity",
    ]

    static let file = Sketch.file(
        roots + "<collaboration id='c'>"
            + "<participant id='pool' name='Huis' processRef='p'><participantMultiplicity minimum='2' maximum='3'/></participant>"
            + "<participant id='bank' name='Bank'/><messageFlow id='mf' sourceRef='werk' targetRef='bank' messageRef='m'/>"
            + "</collaboration><process id='p' name='Innen' isExecutable='true' camunda:versionTag='1.0'>"
            + "<documentation>Zo innen wij.</documentation>" + work + events + gateways + data + "</process>")

    private static let roots = """
        <itemDefinition id='soort' structureRef='bedrag'/>
        <message id='m' name='Betaald' itemRef='soort'><extensionElements>
        <zeebe:subscription correlationKey='=zaak.nummer'/></extensionElements></message>
        <signal id='sig' name='Rust' flowable:scope='processInstance'/>
        <error id='err' name='Mislukt' errorCode='E1'/><escalation id='esc' name='Te laat' escalationCode='X1'/>
        <signalEventDefinition id='gemeld' signalRef='sig'/>
        <interface id='i'><operation id='op' name='Verwerk'/></interface>
        """

    private static let work = """
        <laneSet id='ls'><lane id='baan' name='Team'><flowNodeRef>werk</flowNodeRef></lane></laneSet>
        <userTask id='werk' name='Bellen' camunda:assignee='anna' camunda:candidateGroups='team' camunda:candidateUsers='bo'
            camunda:formKey='belronde' camunda:dueDate='P1D' camunda:followUpDate='P2D' camunda:priority='50'
            startQuantity='2' completionQuantity='3' isForCompensation='true'>
          <documentation>Bel de klant.</documentation>
          <extensionElements>
            <zeebe:properties><zeebe:property name='kleur' value='rood'/></zeebe:properties>
            <zeebe:ioMapping><zeebe:input source='=saldo' target='bedrag'/><zeebe:output source='=uitkomst' target='gesprek'/></zeebe:ioMapping>
            <camunda:taskListener event='create' class='nl.Huis'/>
          </extensionElements>
          <potentialOwner id='po'><resourceAssignmentExpression><formalExpression>group(team)</formalExpression></resourceAssignmentExpression></potentialOwner>
          <standardLoopCharacteristics testBefore='true' loopMaximum='3'><loopCondition>x = 1</loopCondition></standardLoopCharacteristics>
        </userTask>
        <serviceTask id='dienst' operationRef='op' camunda:expression='${brief}' camunda:resultVariable='brief'>
          <extensionElements><zeebe:taskDefinition type='brief.versturen' retries='3'/>
          <zeebe:taskHeaders><zeebe:header key='sjabloon' value='aanmaning'/></zeebe:taskHeaders></extensionElements>
          <property id='eigen' name='teller' itemSubjectRef='soort'/>
          <ioSpecification id='io'><dataInput id='in1' name='saldo'/><dataOutput id='uit1' name='brief'/></ioSpecification>
          <dataInputAssociation id='dia'><sourceRef>stuk</sourceRef><targetRef>in1</targetRef>
            <assignment><from>a</from><to>b</to></assignment></dataInputAssociation>
          <dataOutputAssociation><sourceRef>uit1</sourceRef><targetRef>stuk</targetRef><transformation>f(x)</transformation></dataOutputAssociation>
        </serviceTask>
        <scriptTask id='som' scriptFormat='feel'><script>a + b</script></scriptTask>
        <businessRuleTask id='tabel' camunda:decisionRef='klantsegment' camunda:decisionRefBinding='latest'
            camunda:mapDecisionResult='singleEntry'/>
        <callActivity id='roep' calledElement='regeling'>
          <extensionElements><zeebe:calledElement propagateAllChildVariables='false'/></extensionElements>
          <multiInstanceLoopCharacteristics isSequential='true' camunda:collection='vorderingen' camunda:elementVariable='vordering'
              behavior='One' oneBehaviorEventRef='gemeld'>
            <extensionElements><zeebe:loopCharacteristics outputCollection='uitkomsten' outputElement='=uitkomst'/></extensionElements>
            <loopCardinality>3</loopCardinality><completionCondition>klaar</completionCondition>
          </multiInstanceLoopCharacteristics>
        </callActivity>
        <adHocSubProcess id='los' ordering='Sequential' cancelRemainingInstances='false'><completionCondition>klaar</completionCondition></adHocSubProcess>
        <transaction id='alles' method='##Store'><task id='binnen'/></transaction>
        <receiveTask id='ontvang' messageRef='m' instantiate='true'/>
        """

    private static let events = """
        <startEvent id='s' isInterrupting='false'><timerEventDefinition><timeCycle>R3/P1D</timeCycle></timerEventDefinition></startEvent>
        <boundaryEvent id='rand' attachedToRef='werk' cancelActivity='false'>
          <timerEventDefinition><timeDuration>P14D</timeDuration></timerEventDefinition></boundaryEvent>
        <boundaryEvent id='fout' attachedToRef='dienst' camunda:errorCodeVariable='code'>
          <errorEventDefinition errorRef='err' camunda:errorMessageVariable='tekst'/></boundaryEvent>
        <intermediateCatchEvent id='wacht' parallelMultiple='true'><messageEventDefinition messageRef='m'/>
          <timerEventDefinition><timeDate>2026-12-01</timeDate></timerEventDefinition></intermediateCatchEvent>
        <intermediateCatchEvent id='zodra'><conditionalEventDefinition><condition>saldo = 0</condition></conditionalEventDefinition></intermediateCatchEvent>
        <intermediateCatchEvent id='sein'><signalEventDefinition signalRef='sig'/></intermediateCatchEvent>
        <intermediateThrowEvent id='sprong'><linkEventDefinition name='verder'/></intermediateThrowEvent>
        <intermediateThrowEvent id='terug'><compensateEventDefinition activityRef='werk' waitForCompletion='false'/></intermediateThrowEvent>
        <intermediateThrowEvent id='zend'><extensionElements><zeebe:publishMessage correlationKey='=zaak' timeToLive='PT1H'/></extensionElements>
          <messageEventDefinition messageRef='m'/></intermediateThrowEvent>
        <endEvent id='e'><escalationEventDefinition escalationRef='esc'/></endEvent>
        """

    private static let gateways = """
        <exclusiveGateway id='x'/><eventBasedGateway id='eg' eventGatewayType='Parallel' instantiate='true'/>
        <complexGateway id='cg'><activationCondition>n = 2</activationCondition></complexGateway>
        <sequenceFlow id='f1' name='ja' sourceRef='s' targetRef='x'/>
        <sequenceFlow id='f2' sourceRef='x' targetRef='e'><documentation>Zo.</documentation>
          <conditionExpression language='feel'>x = 1</conditionExpression></sequenceFlow>
        """

    private static let data = """
        <dataObject id='obj' name='Brief' isCollection='true' itemSubjectRef='soort'/>
        <dataObjectReference id='stuk' name='Brief' dataObjectRef='obj'><dataState name='verstuurd'/></dataObjectReference>
        <textAnnotation id='opm'><text>Let op</text></textAnnotation>
        <association id='as' sourceRef='opm' targetRef='werk' associationDirection='One'/>
        """
}
