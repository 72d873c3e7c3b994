/** A modular application that decides what a learner has earned, and shows it as a page. */
package com.example.modular;
