/**
 * Finds the smallest set of further facts that would earn a credential.
 *
 * <p><b>The idea.</b> A plan is found by making the conditions of the policy true one after the
 * other, from the goal backwards, and by letting the rules judge the result. {@link
 * io.credentialrules.internal.plan.GoalSearch} takes a credential or a requirement and tries every
 * route, rule and alternative in force. {@link io.credentialrules.internal.plan.StepSearch} takes
 * the steps of one branch from left to right: a pattern is matched by a fact that is there, by one
 * of the plan whose fields are still open, by one of the record that does not count yet, and last
 * by a new one; the fields that a test looks at are then filled with the few values that can matter
 * ({@link io.credentialrules.internal.plan.FieldValues}): those of the policy and their neighbours,
 * those that it is compared with, and names that nobody has. {@link
 * io.credentialrules.internal.plan.TotalSearch} brings a total to where it must be, each time by
 * the fact that closes the gap or leaves the smallest. Credentials and requirements that a step
 * asks for are goals again. What is met and does not earn, because it was achieved too long ago or
 * because one fact cannot serve twice, comes about once more ({@link
 * io.credentialrules.internal.plan.Repetition}), or each requirement gets evidence of its own
 * ({@link io.credentialrules.internal.plan.OwnEvidence}).
 *
 * <p><b>The invariant.</b> The search may be wrong; the plan is not. Whatever is found is applied
 * to the record and evaluated by the compiled rules, with all of its facts and without each of
 * them: the first earns the credential, the others do not. Facts that are not needed are taken away
 * before. So every shortcut of the search can cost a plan, or a shorter one, and never a right
 * answer.
 *
 * <p><b>How a trial is asked.</b> A {@link io.credentialrules.internal.plan.Trial} differs from the
 * record by a few facts, and only of what the goal rests on is an answer of interest. So the
 * evaluation settles of that part what the changed facts touch; the rest stays as it was settled
 * for the record. A requirement of one pattern, or of one total over one pattern, is settled by the
 * functions that the network calls, any other by the network, alone. Where the goal depends on when
 * something was achieved or on what is evidence of what, or the facts say what the learner holds,
 * the whole record is evaluated. Whichever it is, the plan that is found is settled by a session of
 * the network over all that the goal rests on, with all of its facts and without each of them,
 * where no session has yet said what its parts are with the changes that bear on them.
 *
 * <p><b>What is not searched for.</b> Where each requirement is met by a fact of its own, what
 * somebody would do who has nothing says what anybody would do ({@link
 * io.credentialrules.internal.plan.Outline}). It is searched for once for all credentials that are
 * written alike, when plans of them are asked for again.
 *
 * <p><b>What bounds it.</b> Work is counted, never time, so that the same question has the same
 * plan on every machine: facts made and what evaluations look at ({@code SearchWork}), nodes of one
 * walk through the steps of a branch and facts that it may add ({@code SearchBounds}; the number
 * grows from 0 until a walk finds something without being cut short), attempts to find less ({@code
 * Planner}). Within one search goals are remembered by the state in which they were posed. When a
 * bound cuts something short and nothing was found, the answer says that it is not certain.
 *
 * <p><b>What was rejected.</b> Solving the conditions as arithmetic: texts, dates, absences, totals
 * over joins and exclusive evidence need the rules' own meaning, and a second one would have to
 * agree with it. Enumerating all values of a field: only those near a constant of the policy or of
 * the record change an answer. Planning into the future: what is new happens on the date of
 * evaluation, unless new facts have to come one after the other.
 */
@NullMarked
package io.credentialrules.internal.plan;

import org.jspecify.annotations.NullMarked;
